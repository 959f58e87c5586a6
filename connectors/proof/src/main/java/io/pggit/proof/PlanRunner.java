package io.pggit.proof;

import io.pggit.core.plan.Plan;
import io.pggit.core.plan.PlannedStatement;
import io.pggit.core.plan.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs plans as they are written, one transaction per segment. */
public final class PlanRunner {
    private PlanRunner() {}

    /**
     * Runs all segments in order. When one fails, it is rolled back and the earlier ones stay.
     *
     * @param connection in no transaction; left so
     * @throws StatementFailed naming the statement PostgreSQL refused
     */
    public static void run(Plan plan, Connection connection) throws StatementFailed {
        for (Segment segment : plan.segments()) {
            try {
                connection.setAutoCommit(!segment.transactional());
                run(segment, connection);
                if (segment.transactional()) {
                    connection.commit();
                }
            } catch (SQLException e) {
                throw new StatementFailed("COMMIT", e);
            } finally {
                leave(connection);
            }
        }
    }

    private static void run(Segment segment, Connection connection) throws StatementFailed {
        for (PlannedStatement planned : segment.statements()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(planned.sql());
            } catch (SQLException e) {
                throw new StatementFailed(planned.sql(), e);
            }
        }
    }

    private static void leave(Connection connection) throws StatementFailed {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StatementFailed("ROLLBACK", e);
        }
    }
}
