package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Attributes that follow from others: what an object uses. A change of theirs alone is nobody's doing. */
final class Derived {
    private static final Set<String> NAMES = Set.of("depends_on", "uses");

    private Derived() {}

    static boolean is(String attribute) {
        return NAMES.contains(attribute);
    }

    /** Whether two definitions say the same. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other) || without(one).equals(without(other));
    }

    private static JsonNode without(JsonNode facts) {
        if (!(facts instanceof ObjectNode)) {
            return facts;
        }
        ObjectNode copy = facts.deepCopy();
        copy.remove(NAMES);
        copy.path("indexes").forEach(index -> ((ObjectNode) index).remove(NAMES));
        return copy;
    }
}
