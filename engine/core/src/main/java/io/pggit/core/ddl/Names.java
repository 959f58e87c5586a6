package io.pggit.core.ddl;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.Locale;
import java.util.Set;

/** Names and literals as SQL text. The only place that quotes. */
public final class Names {
    /** Key words PostgreSQL 15 to 18 do not list as unreserved (manual, appendix C); quote_ident quotes them too. */
    private static final Set<String> KEY_WORDS = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both"
                            + " case cast char character check coalesce collate collation column concurrently constraint"
                            + " create cross current_catalog current_date current_role current_schema current_time"
                            + " current_timestamp current_user dec decimal default deferrable desc distinct do else end"
                            + " except exists extract false fetch float for foreign freeze from full grant greatest"
                            + " group grouping having ilike in initially inner inout int integer intersect interval into"
                            + " is isnull join json json_array json_arrayagg json_exists json_object json_objectagg"
                            + " json_query json_scalar json_serialize json_table json_value lateral leading least left"
                            + " like limit localtime localtimestamp merge_action national natural nchar none normalize"
                            + " not notnull null nullif numeric offset on only or order out outer overlaps overlay"
                            + " placing position precision primary real references returning right row select"
                            + " session_user setof similar smallint some substring symmetric system_user table"
                            + " tablesample then time timestamp to trailing treat trim true union unique user using"
                            + " values varchar variadic verbose when where window with xmlattributes xmlconcat"
                            + " xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize"
                            + " xmltable")
                    .split(" "));

    private Names() {}

    /** {@code name}, in double quotes where PostgreSQL would read it otherwise without. */
    public static String quoted(String name) {
        boolean plain = !name.isEmpty() && !KEY_WORDS.contains(name);
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = c == '_' || c >= 'a' && c <= 'z' || i > 0 && c >= '0' && c <= '9';
        }
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /**
     * The name of an object as {@code DROP} takes it: {@code public.total(integer, text)}, {@code (integer AS public.spot)}
     * for a cast, {@code FOR bob SERVER far} for a user mapping. For default privileges, which cannot be dropped, what
     * follows {@code ALTER DEFAULT PRIVILEGES}, and the kind of object.
     */
    public static String qualified(ObjectId id) {
        String name = inSchema(id) + quoted(id.name());
        String signature = id.signature().orElse("");
        return switch (id.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> name + "(" + signature + ")";
            case OPERATOR -> inSchema(id) + id.name() + "(" + signature + ")";
            case OPERATOR_CLASS, OPERATOR_FAMILY -> name + " USING " + quoted(signature);
            case CAST -> "(" + id.name() + " AS " + signature + ")";
            case TRANSFORM -> "FOR " + id.name() + " LANGUAGE " + quoted(signature);
            case USER_MAPPING -> "FOR " + quoted(id.name()) + " SERVER " + quoted(signature);
            case DEFAULT_PRIVILEGES ->
                "FOR ROLE " + quoted(id.name())
                        + id.schema()
                                .map(schema -> " IN SCHEMA " + quoted(schema))
                                .orElse("")
                        + " ON " + signature.toUpperCase(Locale.ROOT);
            case SCHEMA,
                    TABLE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    TYPE,
                    DOMAIN,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    FOREIGN_TABLE,
                    PUBLICATION,
                    SUBSCRIPTION,
                    EVENT_TRIGGER,
                    COLLATION,
                    CONVERSION,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    LANGUAGE,
                    ACCESS_METHOD -> name;
        };
    }

    private static String inSchema(ObjectId id) {
        return id.schema().map(schema -> quoted(schema) + ".").orElse("");
    }

    /** What follows {@code COMMENT ON}, {@code ALTER} or {@code DROP}: {@code TABLE public.users}. */
    public static String statementTarget(ObjectId id) {
        boolean any = id.kind() == ObjectKind.AGGREGATE
                && id.signature().filter(text -> !text.isEmpty()).isEmpty();
        return id.kind().sql() + " " + (any ? inSchema(id) + quoted(id.name()) + "(*)" : qualified(id));
    }

    /** A role, or PUBLIC, which is none. */
    public static String role(String name) {
        return name.equals("PUBLIC") ? name : quoted(name);
    }

    /** {@code text} as a string literal. */
    public static String literal(String text) {
        String doubled = text.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
