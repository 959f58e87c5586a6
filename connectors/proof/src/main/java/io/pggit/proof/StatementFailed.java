package io.pggit.proof;

import java.sql.SQLException;

/** PostgreSQL refused a statement of a plan. The message is PostgreSQL's; the statement is kept apart. */
public final class StatementFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sql;

    StatementFailed(String sql, SQLException cause) {
        super(cause.getMessage(), cause);
        this.sql = sql;
    }

    /** The statement, which can hold secrets: not for logs. */
    public String sql() {
        return sql;
    }
}
