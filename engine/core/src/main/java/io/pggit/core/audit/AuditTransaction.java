package io.pggit.core.audit;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The audit rows of one committed transaction. Either the whole transaction or nothing of it exists downstream.
 *
 * @param end end of the transaction's commit record. The audit table does not know where its rows were committed: a
 *     back-filled transaction has here the place up to which the journal was complete before, 0/0 if it had nothing
 * @param xid the top-level transaction id with its epoch (xid8)
 * @param committedAt commit time by the server's clock; empty when back-filled
 * @param rows at least one, ascending by {@link AuditRow#seq()}; {@link StoredRows} are read when asked for
 */
public record AuditTransaction(Lsn end, long xid, Optional<Instant> committedAt, List<AuditRow> rows) {
    public AuditTransaction {
        rows = rows instanceof StoredRows ? rows : List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("transaction " + xid + " has no audit rows");
        }
        for (int i = 1; i < rows.size() && !(rows instanceof StoredRows); i++) {
            if (rows.get(i - 1).seq() >= rows.get(i).seq()) {
                throw new IllegalArgumentException("transaction " + xid + ": audit row "
                        + rows.get(i).seq() + " follows " + rows.get(i - 1).seq());
            }
        }
    }

    /** The rows as text; those that are stored as text are not read for it. */
    public Iterator<WrittenRow> written() {
        return rows instanceof StoredRows stored
                ? stored.written()
                : rows.stream().map(WrittenRow::of).iterator();
    }
}
