package io.pggit.core.plan.part;

/** What a statement does to a table's files, cheapest first. */
public enum Rewrite {
    /** A change of the catalog alone. */
    NONE,
    /** Every row is read. */
    SCAN,
    /** An index is built. */
    INDEX_BUILD,
    /** The table is written anew, its indexes are built anew. */
    TABLE
}
