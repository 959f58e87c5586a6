package io.pggit.core.ddl;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code GRANT} and {@code REVOKE}. Facts list all privileges of an object, or nothing where they are those a new object
 * has: so what PUBLIC and the owner have of themselves is taken away where the list is shorter.
 */
final class GrantDdl {
    private static final String PUBLIC = "PUBLIC";
    private static final String GRANTABLE = " WITH GRANT OPTION";
    private static final Set<String> RELATION =
            Set.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE");

    private final ObjectId id;
    private final Attributes attributes;
    private final Script script;

    GrantDdl(ObjectId id, Attributes attributes, Script script) {
        this.id = id;
        this.attributes = attributes;
        this.script = script;
    }

    void write() {
        if (attributes.has("grants") && id.kind() != ObjectKind.DEFAULT_PRIVILEGES) {
            object();
        }
        attributes.eachMember("columns", (column, of) -> {
            for (String grantee : of.members("grants").keySet()) {
                grant(of.inner("grants").texts(grantee), " (" + Names.quoted(column) + ")", grantee);
            }
        });
    }

    private void object() {
        Map<String, List<String>> grants = new TreeMap<>();
        attributes
                .members("grants")
                .keySet()
                .forEach(grantee ->
                        grants.put(grantee, attributes.inner("grants").texts(grantee)));
        publicByNature()
                .filter(usual -> !grants.getOrDefault(PUBLIC, List.of()).contains(usual))
                .ifPresent(usual -> script.add("REVOKE ALL ON ", target(), " FROM PUBLIC"));
        Optional<String> owner = attributes.text("owner");
        owner.filter(role -> !isAll(grants.getOrDefault(role, List.of())))
                .ifPresent(role -> script.add("REVOKE ALL ON ", target(), " FROM ", role(role)));
        grants.forEach((grantee, privileges) -> {
            boolean usual = owner.equals(Optional.of(grantee)) && isAll(privileges)
                    || grantee.equals(PUBLIC) && publicByNature().map(List::of).equals(Optional.of(privileges));
            if (!usual) {
                grant(privileges, "", grantee);
            }
        });
    }

    private void grant(List<String> privileges, String columns, String grantee) {
        for (boolean grantable : new boolean[] {false, true}) {
            List<String> words = new ArrayList<>();
            for (String privilege : privileges) {
                if (privilege.endsWith(GRANTABLE) == grantable) {
                    words.add(privilege.replace(GRANTABLE, "") + columns);
                }
            }
            if (!words.isEmpty()) {
                String option = grantable ? GRANTABLE : "";
                script.add("GRANT ", String.join(", ", words), " ON ", target(), " TO ", role(grantee), option);
            }
        }
    }

    private static String role(String name) {
        return name.equals(PUBLIC) ? PUBLIC : Names.quoted(name);
    }

    private String target() {
        return switch (id.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> "TABLE " + Names.qualified(id);
            case SERVER -> "FOREIGN SERVER " + Names.qualified(id);
            case AGGREGATE -> "FUNCTION " + Names.qualified(id);
            case SCHEMA,
                    SEQUENCE,
                    FUNCTION,
                    PROCEDURE,
                    TYPE,
                    DOMAIN,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    LANGUAGE,
                    USER_MAPPING,
                    PUBLICATION,
                    SUBSCRIPTION,
                    EVENT_TRIGGER,
                    COLLATION,
                    CONVERSION,
                    CAST,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    TRANSFORM,
                    ACCESS_METHOD,
                    DEFAULT_PRIVILEGES -> Names.statementTarget(id);
        };
    }

    /** The privilege PUBLIC has on a new object. */
    private Optional<String> publicByNature() {
        return switch (id.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> Optional.of("EXECUTE");
            case TYPE, DOMAIN, LANGUAGE -> Optional.of("USAGE");
            case SCHEMA,
                    TABLE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    FOREIGN_TABLE,
                    USER_MAPPING,
                    PUBLICATION,
                    SUBSCRIPTION,
                    EVENT_TRIGGER,
                    COLLATION,
                    CONVERSION,
                    CAST,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    TRANSFORM,
                    ACCESS_METHOD,
                    DEFAULT_PRIVILEGES -> Optional.empty();
        };
    }

    /** Whether an owner with these has all there are; MAINTAIN is new in PostgreSQL 17. */
    private boolean isAll(List<String> privileges) {
        Set<String> all = switch (id.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> RELATION;
            case SEQUENCE -> Set.of("SELECT", "UPDATE", "USAGE");
            case SCHEMA -> Set.of("CREATE", "USAGE");
            case FUNCTION, PROCEDURE, AGGREGATE -> Set.of("EXECUTE");
            case TYPE, DOMAIN, FOREIGN_DATA_WRAPPER, SERVER, LANGUAGE -> Set.of("USAGE");
            case EXTENSION,
                    USER_MAPPING,
                    PUBLICATION,
                    SUBSCRIPTION,
                    EVENT_TRIGGER,
                    COLLATION,
                    CONVERSION,
                    CAST,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    TRANSFORM,
                    ACCESS_METHOD,
                    DEFAULT_PRIVILEGES -> Set.of();
        };
        return privileges.containsAll(all);
    }
}
