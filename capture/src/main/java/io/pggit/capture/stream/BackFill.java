package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.WrittenRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The transactions of the audit table itself, read once from beginning to end. Used by one thread; owns its connection.
 */
final class BackFill implements AutoCloseable {
    /**
     * Which transactions to read: those whose last row is behind {@code after} and not behind {@code through}.
     *
     * @param from no such transaction has a row up to this one
     */
    record Range(long from, long after, long through) {}

    /**
     * A row, and when its transaction began.
     *
     * @param began as the server writes it
     */
    private record Read(WrittenRow row, String began) {
        boolean sameTransaction(Read other) {
            return row.xid() == other.row.xid() && began.equals(other.began);
        }
    }

    private static final Pattern SNAPSHOT = Pattern.compile("[0-9A-Fa-f-]{1,60}");
    /** Few, because one row may have megabytes. */
    private static final int FETCH_ROWS = 20;

    private final AutoCloseable owned;
    private final PreparedStatement query;
    private final ResultSet rows;
    private final Lsn end;
    private Optional<Read> ahead;

    private BackFill(AutoCloseable owned, PreparedStatement query, ResultSet rows, Lsn end) throws SQLException {
        this.owned = owned;
        this.query = query;
        this.rows = rows;
        this.end = end;
        this.ahead = read();
    }

    /**
     * Begins to read what was committed when a slot began.
     *
     * @param snapshot the snapshot exported with the slot
     * @param connection a connection of its own; closed by {@link #close()}, and when this fails
     * @param end the place the journal was complete up to before this: what each transaction gives as its end
     */
    static BackFill asOf(String snapshot, Connection connection, Lsn end) throws SQLException {
        if (!SNAPSHOT.matcher(snapshot).matches()) {
            throw new CaptureException("the server names a snapshot " + snapshot);
        }
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement settings = connection.createStatement()) {
                settings.execute(Template.fill(BackFill.class, "import", snapshot));
                settings.execute(SqlFile.of(BackFill.class, "utc"));
            }
            return begin(connection, new Range(0, 0, Long.MAX_VALUE), end, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Begins to read one range over a connection in a transaction, whose time zone is UTC.
     *
     * @param owned closed by {@link #close()}
     */
    static BackFill begin(Connection connection, Range range, Lsn end, AutoCloseable owned) throws SQLException {
        PreparedStatement query = connection.prepareStatement(SqlFile.of(BackFill.class, "rows"));
        query.setFetchSize(FETCH_ROWS);
        query.setLong(1, range.from());
        query.setLong(2, range.after());
        query.setLong(3, range.through());
        return new BackFill(owned, query, query.executeQuery(), end);
    }

    /** The next transaction, empty at the end of the table. */
    Optional<AuditTransaction> next() throws SQLException {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        RowBuffer transaction = new RowBuffer();
        Read first = ahead.get();
        while (ahead.isPresent() && ahead.get().sameTransaction(first)) {
            transaction.add(ahead.get().row());
            ahead = read();
        }
        return Optional.of(transaction.take(end, Optional.empty()));
    }

    private Optional<Read> read() throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        ResultSetMetaData shape = rows.getMetaData();
        Map<String, String> columns = new HashMap<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            String value = rows.getString(i);
            if (value != null) {
                columns.put(shape.getColumnLabel(i), value);
            }
        }
        return Optional.of(new Read(AuditColumns.writeChecked(columns), columns.get("transaction_at")));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        query.close();
        try {
            owned.close();
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
