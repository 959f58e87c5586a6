package io.pggit.capture.stream;

import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.StoredRows;
import io.pggit.core.audit.WrittenRow;
import java.util.Iterator;
import java.util.List;

/** Rows in memory as text, for whoever only files them. */
final class UnreadRows extends StoredRows {
    private final List<WrittenRow> rows;

    UnreadRows(List<WrittenRow> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public AuditRow get(int index) {
        return AuditColumns.read(rows.get(index));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Iterator<AuditRow> iterator() {
        return rows.stream().map(AuditColumns::read).iterator();
    }

    @Override
    public Iterator<WrittenRow> written() {
        return rows.iterator();
    }
}
