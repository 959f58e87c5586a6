package io.pggit.core.audit;

import java.util.Locale;

/** What made an audit row: one of PostgreSQL's event trigger events, or pgGit itself. */
public enum AuditEvent {
    /** A DDL command is complete; closes the {@code table_rewrite} and {@code sql_drop} rows written before it. */
    DDL_COMMAND_END,
    /** Objects were dropped, by the command whose {@code ddl_command_end} row comes next in the transaction. */
    SQL_DROP,
    /** A table is about to be rewritten by the command whose {@code ddl_command_end} row follows. */
    TABLE_REWRITE,
    /** An object that existed when pgGit was installed. */
    BASELINE,
    /** A comparison found what no trigger recorded; a command by itself. Its objects are described anew. */
    RECONCILE,
    /** A function of pgGit did something; a command by itself. Its details say what. */
    OPERATION;

    /** Reads the spelling of the audit table, such as {@code sql_drop}. */
    public static AuditEvent of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The spelling of the audit table, such as {@code sql_drop}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
