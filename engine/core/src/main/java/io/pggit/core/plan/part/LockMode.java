package io.pggit.core.plan.part;

/** The strongest table lock a statement takes on a table that was there before, weakest first (manual, 13.3.1). */
public enum LockMode {
    /** No table is locked, or only tables the plan itself made. */
    NONE,
    /** Blocks other schema changes of the table only. */
    SHARE_UPDATE_EXCLUSIVE,
    /** Blocks writes. */
    SHARE,
    /** Blocks writes and locks of the same kind. */
    SHARE_ROW_EXCLUSIVE,
    /** Blocks everything but reading. */
    EXCLUSIVE,
    /** Blocks everything. */
    ACCESS_EXCLUSIVE
}
