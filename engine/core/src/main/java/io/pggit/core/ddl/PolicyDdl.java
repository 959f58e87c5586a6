package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.Locale;
import java.util.stream.Collectors;

/** Row security policies. */
public final class PolicyDdl {
    private PolicyDdl() {}

    /** {@code CREATE POLICY}. */
    public static String create(ObjectId table, String name, Attributes policy) {
        String roles = roles(policy);
        return "CREATE POLICY " + Names.quoted(name) + " ON " + Names.qualified(table)
                + (policy.denies("permissive") ? " AS RESTRICTIVE" : "")
                + policy.text("command")
                        .map(command -> " FOR " + command.toUpperCase(Locale.ROOT))
                        .orElse("")
                + (roles.isEmpty() ? "" : " TO " + roles)
                + condition(policy, "using", "USING")
                + condition(policy, "check", "WITH CHECK");
    }

    /** Whom it is for. */
    public static String roles(Attributes policy) {
        return policy.list("roles").stream().map(Names::role).collect(Collectors.joining(", "));
    }

    private static String condition(Attributes policy, String attribute, String words) {
        return policy.text(attribute)
                .map(condition -> "\n    " + words + " (" + condition + ")")
                .orElse("");
    }
}
