package io.pggit.capture.stream;

import io.pggit.core.audit.Lsn;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Compares the audit rows of one transaction with the messages beside them. A message follows its row, so no more is kept
 * than what does not agree. Baseline rows, those that announce a loss and those of the first footprint have no message.
 */
final class RowCheck {
    private final MessageDigest sha256 = RowDigest.sha256();
    private final Map<Long, String> rows = new HashMap<>();
    private final TreeSet<Long> messages = new TreeSet<>();
    private final TreeSet<Long> altered = new TreeSet<>();
    private final List<LossMessage> losses = new ArrayList<>();
    private boolean unreadable;

    /** Takes a row, by its columns in PostgreSQL's text form, and tells whether a message has to follow. */
    boolean row(Map<String, String> columns) {
        boolean followed = columns.containsKey("redactions") && !"baseline".equals(columns.get("event"));
        if (followed) {
            RowDigest row = RowDigest.ofRow(columns, sha256);
            rows.put(row.seq(), row.digest());
        }
        return followed;
    }

    /** Takes a transactional message; leaves aside what is none of the footprint's. */
    void message(String prefix, String payload) {
        if (prefix.equals(RowDigest.PREFIX)) {
            digest(payload);
        } else if (prefix.equals(LossMessage.PREFIX)) {
            Optional<LossMessage> loss = LossMessage.read(payload);
            loss.ifPresent(losses::add);
            unreadable |= loss.isEmpty();
        }
    }

    private void digest(String payload) {
        Optional<RowDigest> message = RowDigest.of(payload);
        if (message.isEmpty()) {
            unreadable = true;
            return;
        }
        long seq = message.get().seq();
        Optional<String> row = Optional.ofNullable(rows.remove(seq));
        if (row.isEmpty()) {
            messages.add(seq);
        } else if (!row.get().equals(message.get().digest())) {
            altered.add(seq);
        }
    }

    /**
     * Tells which losses were announced and what did not agree in the transaction that ends here, and forgets it.
     *
     * @return whether everything agreed
     */
    boolean end(Lsn end, Consumer<StreamedChange> changes) {
        losses.forEach(loss -> changes.accept(new StreamedChange.Lost(end, loss.seq(), loss.finding())));
        losses.clear();
        if (rows.isEmpty() && messages.isEmpty() && altered.isEmpty() && !unreadable) {
            return true;
        }
        tell(end, StreamedChange.Mismatch.ROW_MISSING, messages.isEmpty(), List.copyOf(messages), changes);
        tell(end, StreamedChange.Mismatch.ROW_ALTERED, altered.isEmpty(), List.copyOf(altered), changes);
        List<Long> alone = new ArrayList<>(new TreeSet<>(rows.keySet()));
        tell(end, StreamedChange.Mismatch.MESSAGE_MISSING, alone.isEmpty(), alone, changes);
        tell(end, StreamedChange.Mismatch.MESSAGE_UNREADABLE, !unreadable, List.of(), changes);
        clear();
        return false;
    }

    /** Forgets a transaction that did not end. */
    void clear() {
        rows.clear();
        messages.clear();
        altered.clear();
        losses.clear();
        unreadable = false;
    }

    private static void tell(
            Lsn end,
            StreamedChange.Mismatch mismatch,
            boolean none,
            List<Long> seqs,
            Consumer<StreamedChange> changes) {
        if (!none) {
            changes.accept(new StreamedChange.Mismatched(end, mismatch, seqs));
        }
    }
}
