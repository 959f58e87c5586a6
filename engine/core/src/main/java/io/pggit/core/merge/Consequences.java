package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What PostgreSQL does by itself: columns of a primary key are not null, children have what their parents have. */
final class Consequences {
    private final SortedMap<ObjectId, ObjectNode> merged;
    private final Set<ObjectId> touched;

    Consequences(SortedMap<ObjectId, ObjectNode> merged, Set<ObjectId> touched) {
        this.merged = merged;
        this.touched = touched;
    }

    void draw() {
        if (touched.isEmpty()) {
            return;
        }
        touched.stream().filter(merged::containsKey).forEach(id -> primaryKey(merged.get(id)));
        Map<String, ObjectId> tables = new HashMap<>();
        merged.keySet().stream()
                .filter(id -> id.kind() == ObjectKind.TABLE)
                .forEach(id -> tables.put(Names.qualified(id), id));
        // twice down a hierarchy of partitions: parents may come after their children
        for (int level = 0; level < 3; level++) {
            tables.values().stream().sorted().forEach(id -> inherit(id, tables));
        }
    }

    private static void primaryKey(ObjectNode table) {
        table.path("constraints").forEach(constraint -> {
            if (constraint.path("type").asText().equals("primary_key")) {
                SqlText text = new SqlText(constraint.path("definition").asText());
                for (String column : text.columns(0, text.find(")", 0))) {
                    if (table.path("columns").path(column) instanceof ObjectNode of) {
                        of.put("not_null", true);
                    }
                }
            }
        });
    }

    private void inherit(ObjectId id, Map<String, ObjectId> tables) {
        ObjectNode child = merged.get(id);
        List<ObjectId> parents = new ArrayList<>();
        child.path("inherits").forEach(parent -> add(tables.get(parent.asText()), parents));
        add(tables.get(child.path("partition_of").path("parent").asText()), parents);
        int declared = child.path("inherits").size() + (child.has("partition_of") ? 1 : 0);
        if (parents.isEmpty()
                || parents.size() < declared
                || !touched.contains(id) && parents.stream().noneMatch(touched::contains)) {
            return;
        }
        touched.add(id);
        if (child.path("columns") instanceof ObjectNode columns) {
            for (ObjectId parent : parents) {
                merged.get(parent).path("columns").properties().forEach(column -> {
                    if (!columns.has(column.getKey())) {
                        columns.set(column.getKey(), inherited(column.getValue()));
                        child.withArray("column_order").add(column.getKey());
                    }
                });
            }
            List<String> gone = new ArrayList<>();
            columns.properties().forEach(column -> {
                boolean kept = !column.getValue().path("inherited").asBoolean()
                        || column.getValue().path("local").asBoolean()
                        || parents.stream()
                                .anyMatch(parent ->
                                        merged.get(parent).path("columns").has(column.getKey()));
                if (!kept) {
                    gone.add(column.getKey());
                }
            });
            columns.remove(gone);
            child.withArray("column_order").removeIf(name -> gone.contains(name.asText()));
        }
    }

    private static void add(ObjectId parent, List<ObjectId> to) {
        if (parent != null) {
            to.add(parent);
        }
    }

    private static JsonNode inherited(JsonNode column) {
        ObjectNode copy = column.deepCopy();
        copy.remove(List.of("local", "comment", "grants", "identity", "statistics", "options"));
        return copy.put("inherited", true);
    }
}
