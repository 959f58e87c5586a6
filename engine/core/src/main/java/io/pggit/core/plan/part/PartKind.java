package io.pggit.core.plan.part;

/** The grain of plans: what can be created, altered and dropped on its own. The order is that of creating them. */
public enum PartKind {
    /** An object of the tree of facts, without what stands for itself below. */
    OBJECT,
    /** A column of a table, with its type, identity, generation and NOT NULL. */
    COLUMN,
    /** The default of a table's column. */
    DEFAULT,
    /** Owner and grants of an object and of its columns. */
    ACCESS,
    /** The table and column a sequence belongs to. */
    OWNED_BY,
    /** A constraint of a table or domain, with the index behind it. */
    CONSTRAINT,
    /** An index of a table or materialized view. */
    INDEX,
    /** A table's place under the tables it inherits from or is a partition of. */
    INHERITANCE,
    /** A partition's index as part of the index of the table above. */
    ATTACHED_INDEX,
    /** A rewrite rule. */
    RULE,
    /** A trigger. */
    TRIGGER,
    /** A row security policy. */
    POLICY,
    /** Extended statistics of a table. */
    STATISTICS
}
