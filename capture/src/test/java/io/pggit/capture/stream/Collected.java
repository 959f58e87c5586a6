package io.pggit.capture.stream;

import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a loop with a journal would have: each transaction once, in the order it came. Everything taken is confirmed, as if
 * it were on disk, unless said otherwise.
 */
final class Collected implements StreamedChange.Visitor {
    private final List<AuditTransaction> transactions = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<StreamedChange.Gap> gaps = new ArrayList<>();
    private final List<StreamedChange.Diverged> divergences = new ArrayList<>();
    private final List<StreamedChange.Tampered> tampering = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<StreamedChange.Mismatched> mismatches = new ArrayList<>();
    private final List<StreamedChange.Lost> losses = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private Optional<Lsn> end = Optional.empty();
    private final boolean confirming;
    private int repeated;

    Collected() {
        this(true);
    }

    private Collected(boolean confirming) {
        this.confirming = confirming;
    }

    /** Takes changes like any other, and leaves the slot where it was. */
    static Collected withoutConfirming() {
        return new Collected(false);
    }

    /** Takes changes until {@code count} different transactions were seen in all; fails after 30 s. */
    Collected until(ChangeStream stream, int count) {
        return until(stream, () -> transactions.size() >= count);
    }

    /** Takes changes until the condition holds; fails after 30 s. */
    Collected until(ChangeStream stream, java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after 30 s: " + transactions.size() + " transactions, " + questions
                        + " questions, " + gaps + " " + divergences);
            }
            stream.await().ifPresent(change -> change.accept(this));
            end.filter(place -> confirming).ifPresent(stream::confirm);
        }
        return this;
    }

    /** Takes whatever still comes before the answer to a last question. */
    Collected rest(ChangeStream stream, CapturedDatabase database) throws java.sql.SQLException {
        String last = "last of " + questions.size();
        database.ask(last);
        database.commit("-- writes out the log with the question");
        until(stream, () -> questions.contains(last));
        questions.remove(last);
        return this;
    }

    List<AuditTransaction> transactions() {
        return transactions;
    }

    List<String> questions() {
        return questions;
    }

    List<StreamedChange.Gap> gaps() {
        return gaps;
    }

    List<StreamedChange.Diverged> divergences() {
        return divergences;
    }

    List<StreamedChange.Tampered> tampering() {
        return tampering;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<StreamedChange.Mismatched> mismatches() {
        return mismatches;
    }

    List<StreamedChange.Lost> losses() {
        return losses;
    }

    /** How many transactions came again. */
    int repeated() {
        return repeated;
    }

    List<Long> xids() {
        return transactions.stream().map(AuditTransaction::xid).toList();
    }

    List<String> statements() {
        return transactions.stream()
                .flatMap(transaction -> transaction.rows().stream())
                .map(row -> row.statement().orElse("?"))
                .toList();
    }

    /** What a journal that has just this would resume from. */
    Resume resume(ChangeStream stream) {
        return new Resume(end, Optional.of(stream.origin()));
    }

    Optional<Lsn> end() {
        return end;
    }

    @Override
    public void committed(StreamedChange.Committed change) {
        AuditTransaction transaction = change.transaction();
        if (known.contains(transaction.rows().get(0).seq())) {
            repeated++;
        } else {
            transaction.rows().stream().map(AuditRow::seq).forEach(known::add);
            transactions.add(transaction);
        }
        if (end.isEmpty() || transaction.end().compareTo(end.get()) > 0) {
            end = Optional.of(transaction.end()).filter(place -> place.value() != 0);
        }
    }

    @Override
    public void asked(StreamedChange.Asked change) {
        questions.add(change.payload());
    }

    @Override
    public void gap(StreamedChange.Gap change) {
        gaps.add(change);
    }

    @Override
    public void diverged(StreamedChange.Diverged change) {
        divergences.add(change);
    }

    @Override
    public void tampered(StreamedChange.Tampered change) {
        tampering.add(change);
    }

    @Override
    public void attempted(StreamedChange.Attempted change) {
        attempts.add(change.attempt());
    }

    @Override
    public void mismatched(StreamedChange.Mismatched change) {
        mismatches.add(change);
    }

    @Override
    public void lost(StreamedChange.Lost change) {
        losses.add(change);
    }
}
