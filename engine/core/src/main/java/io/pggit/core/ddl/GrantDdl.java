package io.pggit.core.ddl;

import io.pggit.core.facts.ObjectId;
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
        if (attributes.has("grants")) {
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
            case TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + Names.qualified(id);
            case AGGREGATE -> "FUNCTION " + Names.qualified(id);
            case SCHEMA, SEQUENCE, FUNCTION, PROCEDURE, TYPE, DOMAIN, EXTENSION -> Names.statementTarget(id);
        };
    }

    /** The privilege PUBLIC has on a new object. */
    private Optional<String> publicByNature() {
        return switch (id.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> Optional.of("EXECUTE");
            case TYPE, DOMAIN -> Optional.of("USAGE");
            case SCHEMA, TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, EXTENSION -> Optional.empty();
        };
    }

    /** Whether an owner with these has all there are; MAINTAIN is new in PostgreSQL 17. */
    private boolean isAll(List<String> privileges) {
        Set<String> all = switch (id.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> RELATION;
            case SEQUENCE -> Set.of("SELECT", "UPDATE", "USAGE");
            case SCHEMA -> Set.of("CREATE", "USAGE");
            case FUNCTION, PROCEDURE, AGGREGATE -> Set.of("EXECUTE");
            case TYPE, DOMAIN -> Set.of("USAGE");
            case EXTENSION -> Set.of();
        };
        return privileges.containsAll(all);
    }
}
