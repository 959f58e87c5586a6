package io.pggit.capture.stream;

import io.pggit.core.audit.AuditRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of the transaction that is just coming in. What is too much for memory goes to a temporary file, which nobody else
 * can open and which is gone with the process.
 */
final class RowBuffer {
    /** A row with the facts of a wide table is some ten kilobytes. */
    static final int ROWS_IN_MEMORY = 4_000;

    private final List<AuditRow> rows = new ArrayList<>();
    private SpilledRows spilled;

    void add(AuditRow row) {
        try {
            if (spilled == null && rows.size() == ROWS_IN_MEMORY) {
                spilled = SpilledRows.create();
                for (AuditRow earlier : rows) {
                    spilled.append(earlier);
                }
                rows.clear();
            }
            if (spilled == null) {
                rows.add(row);
            } else {
                spilled.append(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put a large transaction into a temporary file", e);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty() && spilled == null;
    }

    /** Hands the rows over, ascending, and begins anew. */
    List<AuditRow> take() {
        List<AuditRow> taken = spilled == null ? List.copyOf(rows) : spilled;
        clear();
        return taken;
    }

    void clear() {
        rows.clear();
        spilled = null;
    }
}
