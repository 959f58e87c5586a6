package io.pggit.proof;

import io.pggit.core.plan.Plan;
import io.pggit.core.plan.PlannedStatement;
import io.pggit.core.plan.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs plans as they are written, one transaction per segment. */
public final class PlanRunner {
    private static final Observer NOBODY = new Observer() {
        @Override
        public void before(PlannedStatement statement, Connection connection) {
            // sees nothing
        }

        @Override
        public void after(PlannedStatement statement, Connection connection) {
            // sees nothing
        }
    };

    /** Looks on, over the connection the plan runs on. */
    interface Observer {
        /** A statement is about to run. */
        void before(PlannedStatement statement, Connection connection) throws SQLException;

        /** It has run; its transaction is still open, if it has one. */
        void after(PlannedStatement statement, Connection connection) throws SQLException;
    }

    private PlanRunner() {}

    /**
     * Runs all segments in order. When one fails, it is rolled back and the earlier ones stay.
     *
     * @param connection in no transaction; left so
     * @throws StatementFailed naming the statement PostgreSQL refused
     */
    public static void run(Plan plan, Connection connection) throws StatementFailed {
        run(plan, connection, NOBODY);
    }

    static void run(Plan plan, Connection connection, Observer observer) throws StatementFailed {
        for (Segment segment : plan.segments()) {
            try {
                connection.setAutoCommit(!segment.transactional());
                run(segment, connection, observer);
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

    private static void run(Segment segment, Connection connection, Observer observer) throws StatementFailed {
        for (PlannedStatement planned : segment.statements()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                observer.before(planned, connection);
                statement.execute(planned.sql());
                observer.after(planned, connection);
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
