package io.pggit.core.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Attributes;
import java.util.TreeMap;

/** Gathers what facts say of owner and grants, of the object and of its columns, in one tree of attributes. */
public final class Access {
    private Access() {}

    /** {@code {owner, grants, columns: {name: {grantee: [privilege]}}}}. */
    public static Attributes attributes(Attributes facts) {
        ObjectNode access = JsonNodeFactory.instance.objectNode();
        facts.text("owner").ifPresent(owner -> access.put("owner", owner));
        if (facts.has("grants")) {
            access.set("grants", privileges(facts.tree("grants")));
        }
        TreeMap<String, JsonNode> columns = new TreeMap<>();
        facts.trees("columns").forEach((name, column) -> {
            if (column.has("grants")) {
                columns.put(name, privileges(column.tree("grants")));
            }
        });
        if (!columns.isEmpty()) {
            columns.forEach(access.putObject("columns")::set);
        }
        return Attributes.of(access);
    }

    private static ObjectNode privileges(Attributes grants) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        grants.names().forEach(grantee -> grants.list(grantee).forEach(copy.withArray(grantee)::add));
        return copy;
    }
}
