package io.pggit.core.ddl;

import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Set;

/**
 * {@code ALTER DEFAULT PRIVILEGES}. In one schema the facts list what comes on top; without a schema they list all there
 * is, so that what the owner or PUBLIC would have of themselves is taken away where it is missing.
 */
final class DefaultPrivilegesDdl {
    private static final String GRANTABLE = " WITH GRANT OPTION";
    /** The kinds of object on which PUBLIC has a privilege by nature. */
    private static final Set<String> PUBLIC_BY_NATURE = Set.of("functions", "types");

    private DefaultPrivilegesDdl() {}

    static void write(ObjectId id, Attributes attributes, Script script) {
        String name = Names.qualified(id);
        int on = name.lastIndexOf(" ON ");
        String alter = "ALTER DEFAULT PRIVILEGES " + name.substring(0, on) + " ";
        String objects = name.substring(on);
        Attributes grants = attributes.inner("grants");
        if (id.schema().isEmpty()) {
            if (!attributes.members("grants").containsKey(id.name())) {
                script.add(alter, "REVOKE ALL", objects, " FROM ", Names.quoted(id.name()));
            }
            if (id.signature().filter(PUBLIC_BY_NATURE::contains).isPresent()
                    && !attributes.members("grants").containsKey("PUBLIC")) {
                script.add(alter, "REVOKE ALL", objects, " FROM PUBLIC");
            }
        }
        for (String grantee : attributes.members("grants").keySet()) {
            String to = grantee.equals("PUBLIC") ? grantee : Names.quoted(grantee);
            List<String> privileges = grants.texts(grantee);
            grant(
                    alter,
                    privileges.stream().filter(of -> !of.endsWith(GRANTABLE)).toList(),
                    objects,
                    to,
                    "",
                    script);
            grant(
                    alter,
                    privileges.stream()
                            .filter(of -> of.endsWith(GRANTABLE))
                            .map(of -> of.replace(GRANTABLE, ""))
                            .toList(),
                    objects,
                    to,
                    GRANTABLE,
                    script);
        }
    }

    private static void grant(
            String alter, List<String> privileges, String objects, String to, String option, Script script) {
        if (!privileges.isEmpty()) {
            script.add(alter, "GRANT ", String.join(", ", privileges), objects, " TO ", to, option);
        }
    }
}
