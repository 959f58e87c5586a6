package io.pggit.core.plan.part;

/** What a statement may do to running clients, to data or to rights. The words are those of pg-schema-diff. */
public enum Hazard {
    /** Blocks reads and writes for longer than a change of the catalog takes. */
    ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
    /** Blocks writes. */
    ACQUIRES_SHARE_LOCK,
    /** Blocks writes, on both tables for a foreign key. */
    ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK,
    /** The result may differ from what was meant: a sequence restarts, a type's values are mapped by their text. */
    CORRECTNESS,
    /** Rows, values or a sequence's state are gone afterwards. */
    DELETES_DATA,
    /** What a routine's body uses is not recorded by PostgreSQL. */
    HAS_UNTRACKABLE_DEPENDENCIES,
    /** Long input and output while an index is built. */
    INDEX_BUILD,
    /** Queries may become slower. */
    INDEX_DROPPED,
    /** A scan or rewrite of a table. */
    IMPACTS_DATABASE_PERFORMANCE,
    /** Written by a person, so nothing is known about it. */
    IS_USER_GENERATED,
    /** An extension's own script changes the database. */
    UPGRADING_EXTENSION_VERSION,
    /** Who may do what changes. */
    AUTHZ_UPDATE
}
