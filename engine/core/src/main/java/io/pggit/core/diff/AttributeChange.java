package io.pggit.core.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One attribute that differs between two definitions of an object. Arrays are compared whole.
 *
 * @param path member names from the root of the facts, such as {@code columns, email, type}
 * @param before the value on the first side, empty when the attribute is not there
 * @param after the value on the second side, empty when the attribute is not there
 */
public record AttributeChange(List<String> path, Optional<JsonNode> before, Optional<JsonNode> after) {
    public AttributeChange {
        path = List.copyOf(path);
    }

    /** The attributes that differ, by path; none when the facts are equal. A side that is absent is reported whole. */
    public static List<AttributeChange> between(Facts before, Facts after) {
        List<AttributeChange> changes = new ArrayList<>();
        compare(List.of(), before.view(), after.view(), changes);
        return List.copyOf(changes);
    }

    private static void compare(List<String> path, JsonNode before, JsonNode after, List<AttributeChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            changes.add(new AttributeChange(path, present(before), present(after)));
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            List<String> inner = new ArrayList<>(path);
            inner.add(name);
            compare(inner, before.path(name), after.path(name), changes);
        }
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** The path for people, such as {@code columns.email.type}; not meant to be read back. */
    public String pathText() {
        return String.join(".", path);
    }
}
