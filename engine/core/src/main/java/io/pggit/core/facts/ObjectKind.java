package io.pggit.core.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    EXTENSION("extensions"),
    FOREIGN_DATA_WRAPPER("foreign_data_wrappers"),
    SERVER("servers"),
    USER_MAPPING("user_mappings"),
    FOREIGN_TABLE("foreign_tables"),
    PUBLICATION("publications"),
    SUBSCRIPTION("subscriptions"),
    EVENT_TRIGGER("event_triggers"),
    COLLATION("collations"),
    CONVERSION("conversions"),
    CAST("casts"),
    OPERATOR("operators"),
    OPERATOR_CLASS("operator_classes"),
    OPERATOR_FAMILY("operator_families"),
    TEXT_SEARCH_PARSER("text_search_parsers"),
    TEXT_SEARCH_TEMPLATE("text_search_templates"),
    TEXT_SEARCH_DICTIONARY("text_search_dictionaries"),
    TEXT_SEARCH_CONFIGURATION("text_search_configurations"),
    LANGUAGE("languages"),
    TRANSFORM("transforms"),
    ACCESS_METHOD("access_methods"),
    DEFAULT_PRIVILEGES("default_privileges");

    private static final Map<String, ObjectKind> BY_FOLDER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ObjectKind::folder, Function.identity()));

    private final String folder;

    ObjectKind(String folder) {
        this.folder = folder;
    }

    /** Reads the spelling of facts, such as {@code materialized_view}. */
    public static ObjectKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The kind whose objects are held in the folder of that name. */
    public static Optional<ObjectKind> inFolder(String folder) {
        return Optional.ofNullable(BY_FOLDER.get(folder));
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
