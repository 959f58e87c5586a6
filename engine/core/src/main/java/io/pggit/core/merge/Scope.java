package io.pggit.core.merge;

/** What names a text can hold. */
enum Scope {
    /** Names of objects only: a type, a default, a routine's arguments. */
    NAMES,
    /** Also columns of the table it belongs to. */
    EXPRESSION,
    /** {@code CREATE INDEX …}. */
    INDEX,
    /** {@code CREATE TRIGGER …}. */
    TRIGGER,
    /** {@code FOREIGN KEY (…) REFERENCES …(…)}. */
    FOREIGN_KEY,
    /** A query over any tables. */
    QUERY,
    /** {@code CREATE RULE …}: a query over any tables, or several other statements. */
    RULE,
    /** {@code CREATE FUNCTION …}: its body may be a string PostgreSQL does not look into. */
    ROUTINE
}
