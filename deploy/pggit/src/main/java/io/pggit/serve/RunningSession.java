package io.pggit.serve;

import io.pggit.core.audit.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A server process that is in a transaction or runs a statement.
 *
 * @param transaction when its transaction began
 * @param statement when its statement arrived; a statement may run several transactions, as CREATE INDEX CONCURRENTLY does
 */
record RunningSession(
        int backendPid, Instant backendStart, Optional<Instant> transaction, Optional<Instant> statement) {
    static RunningSession of(ResultSet row) throws SQLException {
        return new RunningSession(
                row.getInt("pid"),
                Instant.parse(row.getString("backend_start")),
                Optional.ofNullable(row.getString("transaction_at")).map(Instant::parse),
                Optional.ofNullable(row.getString("statement_at")).map(Instant::parse));
    }

    /** Whether the transaction in which this attempt was made may still commit it. */
    boolean holds(Attempt attempt) {
        return backendPid == attempt.actor().backendPid()
                && backendStart.equals(attempt.actor().backendStart())
                && (transaction.filter(attempt.clocks().transaction()::equals).isPresent()
                        || statement
                                .filter(attempt.clocks().statement()::equals)
                                .isPresent());
    }
}
