package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Set;

/** Attributes that PostgreSQL derives from the text of a view or routine: whoever chooses the text has chosen them. */
final class Followers {
    private static final Set<String> OF_ROUTINE = Set.of(
            "language",
            "arguments",
            "returns",
            "volatility",
            "parallel",
            "strict",
            "security_definer",
            "leakproof",
            "window",
            "cost",
            "rows",
            "settings",
            "support");

    private Followers() {}

    static String text(ObjectId id) {
        return NewNames.isRoutine(id) ? "definition" : "query";
    }

    static boolean ofRoutine(List<String> path) {
        return !path.isEmpty() && OF_ROUTINE.contains(path.get(0));
    }

    static boolean ofQuery(List<String> path) {
        return path.size() == 2 && path.get(0).equals("columns")
                || path.size() == 3
                        && path.get(0).equals("columns")
                        && Set.of("type", "collation").contains(path.get(2));
    }

    /** Copies what follows from the text of {@code from}. */
    static void copy(ObjectId id, JsonNode from, ObjectNode to) {
        if (NewNames.isRoutine(id)) {
            OF_ROUTINE.forEach(name -> Paths.set(to, List.of(name), from.path(name)));
            return;
        }
        JsonNode columns = from.path("columns");
        ObjectNode merged = to.objectNode();
        columns.properties().forEach(column -> {
            JsonNode kept = to.path("columns").path(column.getKey());
            if (kept instanceof ObjectNode of) {
                Paths.set(of, List.of("type"), column.getValue().path("type"));
                Paths.set(of, List.of("collation"), column.getValue().path("collation"));
                merged.set(column.getKey(), of);
            } else {
                merged.set(column.getKey(), column.getValue().deepCopy());
            }
        });
        if (columns.isObject()) {
            to.set("columns", merged);
            to.set("column_order", from.path("column_order").deepCopy());
        }
    }
}
