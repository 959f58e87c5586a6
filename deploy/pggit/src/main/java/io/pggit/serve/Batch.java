package io.pggit.serve;

import io.pggit.capture.stream.StreamedChange;
import io.pggit.core.audit.AuditTransaction;
import java.util.ArrayList;
import java.util.List;

/** What has arrived together and is made durable together. */
final class Batch implements StreamedChange.Visitor {
    private static final int MAX_TRANSACTIONS = 500;

    /** A row with the facts of a wide table is some ten kilobytes. */
    private static final int MAX_ROWS = 2_000;

    private final List<AuditTransaction> transactions = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private int rows;

    @Override
    public void committed(StreamedChange.Committed change) {
        transactions.add(change.transaction());
        rows += change.transaction().rows().size();
    }

    @Override
    public void asked(StreamedChange.Asked change) {
        questions.add(change.payload());
    }

    boolean isFull() {
        return transactions.size() + questions.size() >= MAX_TRANSACTIONS || rows >= MAX_ROWS;
    }

    List<AuditTransaction> transactions() {
        return transactions;
    }

    List<String> questions() {
        return questions;
    }
}
