package io.pggit.serve;

import io.pggit.capture.stream.StreamedChange;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.Lsn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has arrived together and is made durable together. */
final class Batch implements StreamedChange.Visitor {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final int MAX_CHANGES = 1_000;
    private static final int NUMBERS_NAMED = 10;

    /** A row with the facts of a wide table is some ten kilobytes. */
    private static final int MAX_ROWS = 2_000;

    private final List<AuditTransaction> transactions = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int rows;
    private int losses;

    @Override
    public void committed(StreamedChange.Committed change) {
        transactions.add(change.transaction());
        rows += change.transaction().rows().size();
    }

    @Override
    public void asked(StreamedChange.Asked change) {
        questions.add(change.payload());
    }

    @Override
    public void gap(StreamedChange.Gap change) {
        String details = change.reason() + ": the journal ends at "
                + change.expected().map(Lsn::toString).orElse("its beginning") + ", the slot was at "
                + change.found().map(Lsn::toString).orElse("no place") + "; the audit table is read instead";
        if (change.expected().isPresent()) {
            LOG.warn("slot {}: {}", change.slot(), details);
            findings.add(new Finding("capture_gap", change.slot(), Optional.empty(), Optional.empty(), details));
        }
    }

    /** Nothing else comes; only a new incarnation can go on. */
    @Override
    public void diverged(StreamedChange.Diverged change) {
        throw new DivergedException(reason(change));
    }

    static String reason(StreamedChange.Diverged change) {
        return change.reason() + ": expected " + change.expected() + ", was " + change.found();
    }

    @Override
    public void tampered(StreamedChange.Tampered change) {
        String details = change.command() + ", committed at " + change.end() + ": somebody lifted its protection";
        LOG.error("on the append-only table pggit.ddl_audit: {}", details);
        findings.add(
                new Finding("audit_table_tampered", "pggit.ddl_audit", Optional.empty(), Optional.empty(), details));
    }

    @Override
    public void attempted(StreamedChange.Attempted change) {
        attempts.add(change.attempt());
    }

    @Override
    public void mismatched(StreamedChange.Mismatched change) {
        String numbers = change.seqs().stream()
                .limit(NUMBERS_NAMED)
                .map(seq -> Long.toString(seq))
                .collect(Collectors.joining(", "));
        String rows = change.seqs().size() + " rows, seq " + numbers
                + (change.seqs().size() > NUMBERS_NAMED ? ", …" : "") + ", committed at " + change.end();
        Finding finding = switch (change.mismatch()) {
            case ROW_MISSING -> mismatch("audit_rows_withheld", rows + ": written, but not published");
            case ROW_ALTERED -> mismatch("audit_rows_altered", rows + ": not what the footprint wrote");
            case MESSAGE_MISSING -> mismatch("audit_rows_forged", rows + ": not written by the footprint");
            case MESSAGE_UNREADABLE ->
                mismatch("audit_message_forged", "a message beside audit rows, committed at " + change.end());
        };
        LOG.error("{}", finding.line());
        findings.add(finding);
    }

    /** A row that says it is a finding by itself; without one the finding is recorded from here. */
    @Override
    public void lost(StreamedChange.Lost change) {
        LOG.error("{}; the schema is compared with the record", change.finding().line());
        losses++;
        if (change.seq().isEmpty()) {
            findings.add(change.finding());
        }
    }

    private static Finding mismatch(String kind, String details) {
        return new Finding(kind, "table pggit.ddl_audit", Optional.empty(), Optional.empty(), details);
    }

    /** Whether there is nothing to make durable. */
    boolean isEmpty() {
        return transactions.isEmpty() && attempts.isEmpty() && findings.isEmpty();
    }

    /** Whether somebody waits for it. Attempts can wait: their commands' rows come next, and both become durable together. */
    boolean isUrgent() {
        return !transactions.isEmpty() || !questions.isEmpty() || !findings.isEmpty() || losses > 0;
    }

    boolean isFull() {
        return transactions.size() + attempts.size() + questions.size() + findings.size() >= MAX_CHANGES
                || rows >= MAX_ROWS;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<AuditTransaction> transactions() {
        return transactions;
    }

    /** What is wrong with the stream itself. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether the record is behind the schema. */
    boolean hasLosses() {
        return losses > 0;
    }

    List<String> questions() {
        return questions;
    }
}
