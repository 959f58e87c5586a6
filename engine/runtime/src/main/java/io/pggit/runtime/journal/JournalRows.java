package io.pggit.runtime.journal;

import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.StoredRows;
import io.pggit.core.audit.WrittenRow;
import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of a large transaction, read from the journal a page at a time. */
final class JournalRows extends StoredRows {
    /** A transaction of no more rows is read at once. */
    static final int PAGE = 2_000;

    private final Journal journal;
    private final long transaction;
    private final int size;

    private JournalRows(Journal journal, long transaction, int size) {
        this.journal = journal;
        this.transaction = transaction;
        this.size = size;
    }

    /** The rows of a transaction, in memory when they are few. */
    static List<AuditRow> of(Journal journal, SqliteSession session, long transaction) throws SQLException {
        List<AuditRow> first = page(session, transaction, 0);
        if (first.size() < PAGE) {
            return first;
        }
        int size = session.first("count_rows_of_transaction", row -> row.getInt(1), transaction)
                .orElseThrow();
        return new JournalRows(journal, transaction, size);
    }

    private static List<AuditRow> page(SqliteSession session, long transaction, long after) throws SQLException {
        return session.list(
                "rows_of_transaction", row -> RowText.read(row.getLong(1), row.getString(2)), transaction, after, PAGE);
    }

    @Override
    public AuditRow get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("row " + index + " of " + size);
        }
        Iterator<AuditRow> rows = iterator();
        for (int i = 0; i < index; i++) {
            rows.next();
        }
        return rows.next();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<AuditRow> iterator() {
        return new Iterator<>() {
            private Iterator<AuditRow> page = List.<AuditRow>of().iterator();
            private long last;
            private int left = size;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public AuditRow next() {
                if (left == 0) {
                    throw new NoSuchElementException();
                }
                if (!page.hasNext()) {
                    page = journal.read(session -> page(session, transaction, last))
                            .iterator();
                }
                AuditRow row = page.next();
                last = row.seq();
                left--;
                return row;
            }
        };
    }

    @Override
    public Iterator<WrittenRow> written() {
        Iterator<AuditRow> rows = iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public WrittenRow next() {
                return WrittenRow.of(rows.next());
            }
        };
    }
}
