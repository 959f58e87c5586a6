package io.pggit.capture.stream;

import io.pggit.capture.SqlFile;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The transactions of the audit table itself, read once from beginning to end. Used by one thread; owns its connection.
 */
final class BackFill implements AutoCloseable {
    private static final int FETCH_ROWS = 200;

    private final Connection connection;
    private final PreparedStatement query;
    private final ResultSet rows;
    private final Lsn end;
    private Optional<AuditRow> ahead;

    private BackFill(Connection connection, PreparedStatement query, ResultSet rows, Lsn end) throws SQLException {
        this.connection = connection;
        this.query = query;
        this.rows = rows;
        this.end = end;
        this.ahead = read();
    }

    /**
     * Begins to read.
     *
     * @param connection a connection of its own; closed by {@link #close()}
     * @param end the place the journal was complete up to before this: what each transaction gives as its end
     */
    static BackFill begin(Connection connection, Lsn end) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        try (Statement settings = connection.createStatement()) {
            settings.execute(SqlFile.of(PgoutputStream.class, "utc"));
        }
        PreparedStatement query = connection.prepareStatement(SqlFile.of(BackFill.class, "rows"));
        query.setFetchSize(FETCH_ROWS);
        return new BackFill(connection, query, query.executeQuery(), end);
    }

    /** The next transaction, empty at the end of the table. */
    Optional<AuditTransaction> next() throws SQLException {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        List<AuditRow> transaction = new ArrayList<>();
        long xid = ahead.get().xid();
        while (ahead.isPresent() && ahead.get().xid() == xid) {
            transaction.add(ahead.get());
            ahead = read();
        }
        return Optional.of(new AuditTransaction(end, xid, Optional.empty(), transaction));
    }

    private Optional<AuditRow> read() throws SQLException {
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
        return Optional.of(AuditColumns.read(columns));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        query.close();
        connection.close();
    }
}
