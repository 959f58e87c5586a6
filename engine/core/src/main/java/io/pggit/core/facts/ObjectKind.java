package io.pggit.core.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A kind of schema object that stands on its own in the tree of facts. Columns, indexes and the like are inside. */
public enum ObjectKind {
    SCHEMA("schemas", Rights.OF_SCHEMA, Namespace.OWN),
    TABLE("tables", Rights.OF_RELATION, Namespace.RELATIONS),
    VIEW("views", Rights.OF_RELATION, Namespace.RELATIONS),
    MATERIALIZED_VIEW("materialized_views", Rights.OF_RELATION, Namespace.RELATIONS),
    SEQUENCE("sequences", Rights.OF_SEQUENCE, Namespace.SEQUENCES),
    FUNCTION("functions", Rights.OF_ROUTINE, Namespace.ROUTINES),
    PROCEDURE("procedures", Rights.OF_ROUTINE, Namespace.ROUTINES),
    AGGREGATE("aggregates", Rights.OF_ROUTINE, Namespace.ROUTINES),
    TYPE("types", Rights.OF_TYPE, Namespace.RELATIONS),
    DOMAIN("domains", Rights.OF_TYPE, Namespace.RELATIONS),
    EXTENSION("extensions", Rights.NONE, Namespace.OWN),
    FOREIGN_DATA_WRAPPER("foreign_data_wrappers", Rights.OF_SERVER, Namespace.OWN),
    SERVER("servers", Rights.OF_SERVER, Namespace.OWN),
    USER_MAPPING("user_mappings", Rights.NONE, Namespace.OWN),
    FOREIGN_TABLE("foreign_tables", Rights.OF_RELATION, Namespace.RELATIONS),
    PUBLICATION("publications", Rights.NONE, Namespace.OWN),
    SUBSCRIPTION("subscriptions", Rights.NONE, Namespace.OWN),
    EVENT_TRIGGER("event_triggers", Rights.NONE, Namespace.OWN),
    COLLATION("collations", Rights.NONE, Namespace.OWN),
    CONVERSION("conversions", Rights.NONE, Namespace.OWN),
    CAST("casts", Rights.NONE, Namespace.OWN),
    OPERATOR("operators", Rights.NONE, Namespace.OWN),
    OPERATOR_CLASS("operator_classes", Rights.NONE, Namespace.OWN),
    OPERATOR_FAMILY("operator_families", Rights.NONE, Namespace.OWN),
    TEXT_SEARCH_PARSER("text_search_parsers", Rights.NONE, Namespace.OWN),
    TEXT_SEARCH_TEMPLATE("text_search_templates", Rights.NONE, Namespace.OWN),
    TEXT_SEARCH_DICTIONARY("text_search_dictionaries", Rights.NONE, Namespace.OWN),
    TEXT_SEARCH_CONFIGURATION("text_search_configurations", Rights.NONE, Namespace.OWN),
    LANGUAGE("languages", Rights.OF_TYPE, Namespace.OWN),
    TRANSFORM("transforms", Rights.NONE, Namespace.OWN),
    ACCESS_METHOD("access_methods", Rights.NONE, Namespace.OWN),
    DEFAULT_PRIVILEGES("default_privileges", Rights.NONE, Namespace.OWN);

    private static final Map<String, ObjectKind> BY_FOLDER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ObjectKind::folder, Function.identity()));

    private final String folder;
    private final Rights rights;
    private final Namespace namespace;

    ObjectKind(String folder, Rights rights, Namespace namespace) {
        this.folder = folder;
        this.rights = rights;
        this.namespace = namespace;
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

    /** The privileges there are on objects of this kind. */
    public Rights rights() {
        return rights;
    }

    /** Where their names meet others. */
    public Namespace namespace() {
        return namespace;
    }
}
