package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.StoredRows;
import io.pggit.core.audit.WrittenRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of the transaction that is just coming in. What is too much for memory goes to a temporary file, which nobody else
 * can open and which is gone with the process.
 */
final class RowBuffer {
    static final int ROWS_IN_MEMORY = 4_000;

    /** A row with the facts of a wide table is some ten thousand. */
    static final int CHARACTERS_IN_MEMORY = 8_000_000;

    private final List<WrittenRow> rows = new ArrayList<>();
    private long characters;
    private long lastSeq;
    private long xid;
    private SpilledRows spilled;

    /**
     * Takes the next row.
     *
     * @throws CaptureException when its number is not above that of the row before
     */
    void add(WrittenRow row) {
        if (row.seq() <= lastSeq) {
            throw new CaptureException("transaction " + row.xid() + ": audit row " + row.seq() + " follows " + lastSeq);
        }
        if (lastSeq == 0) {
            xid = row.xid();
        }
        lastSeq = row.seq();
        characters += row.json().length();
        try {
            if (spilled == null && (rows.size() == ROWS_IN_MEMORY || characters > CHARACTERS_IN_MEMORY)) {
                spilled = SpilledRows.create();
                for (WrittenRow earlier : rows) {
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

    /** Hands the rows over as those of one transaction, and begins anew; there must be some. */
    AuditTransaction take(Lsn end, Optional<Instant> committedAt) {
        StoredRows taken = spilled == null ? new UnreadRows(rows) : spilled;
        AuditTransaction transaction = new AuditTransaction(end, xid, committedAt, taken);
        clear();
        return transaction;
    }

    void clear() {
        rows.clear();
        characters = 0;
        lastSeq = 0;
        spilled = null;
    }
}
