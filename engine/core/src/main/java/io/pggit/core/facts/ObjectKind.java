package io.pggit.core.facts;

import java.util.Locale;

/** A kind of schema object that stands on its own in the tree of facts. Columns, indexes and the like are inside. */
public enum ObjectKind {
    SCHEMA("schemas"),
    TABLE("tables"),
    VIEW("views"),
    MATERIALIZED_VIEW("materialized_views"),
    SEQUENCE("sequences"),
    FUNCTION("functions"),
    PROCEDURE("procedures"),
    AGGREGATE("aggregates"),
    TYPE("types"),
    DOMAIN("domains"),
    EXTENSION("extensions");

    private final String folder;

    ObjectKind(String folder) {
        this.folder = folder;
    }

    /** Reads the spelling of facts, such as {@code materialized_view}. */
    public static ObjectKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The spelling of facts, such as {@code materialized_view}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of SQL, such as {@code MATERIALIZED VIEW}. */
    public String sql() {
        return name().replace('_', ' ');
    }

    /** The folder that holds objects of this kind in a repository. */
    public String folder() {
        return folder;
    }
}
