package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables, views, sequences, indexes and composite types of one schema share their names. */
final class RelationNames {
    private final SchemaView schema;
    private final Set<Problem> problems;

    RelationNames(SchemaView schema, Set<Problem> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void check(Set<ObjectId> touched) {
        Map<String, List<Finding.Place>> holders = new TreeMap<>();
        schema.objects().forEach((id, facts) -> {
            if (id.schema().isPresent()) {
                hold(id, facts, holders);
            }
        });
        holders.forEach((name, all) -> {
            if (all.size() > 1 && all.stream().anyMatch(holder -> touched.contains(holder.object()))) {
                Finding.Place last = all.get(all.size() - 1);
                problems.add(new Problem(
                        last.object(),
                        last.path(),
                        ConflictKind.NAME_COLLISION,
                        "another relation of its schema is called so",
                        List.copyOf(all.subList(0, all.size() - 1))));
            }
        });
    }

    private static void hold(ObjectId id, JsonNode facts, Map<String, List<Finding.Place>> holders) {
        if (isRelation(id, facts)) {
            hold(id, id.name(), List.of(), holders);
        }
        facts.path("indexes")
                .fieldNames()
                .forEachRemaining(index -> hold(id, index, List.of("indexes", index), holders));
        if (id.kind() == ObjectKind.TABLE) {
            facts.path("constraints").properties().forEach(constraint -> {
                if (Set.of("primary_key", "unique", "exclusion")
                        .contains(constraint.getValue().path("type").asText())) {
                    hold(id, constraint.getKey(), List.of("constraints", constraint.getKey()), holders);
                }
            });
        }
    }

    private static void hold(ObjectId id, String name, List<String> path, Map<String, List<Finding.Place>> holders) {
        holders.computeIfAbsent(id.schema().orElse("") + '\0' + name, key -> new ArrayList<>())
                .add(new Finding.Place(id, path));
    }

    private static boolean isRelation(ObjectId id, JsonNode facts) {
        return id.kind() == ObjectKind.TABLE
                || id.kind() == ObjectKind.VIEW
                || id.kind() == ObjectKind.MATERIALIZED_VIEW
                || id.kind() == ObjectKind.SEQUENCE
                || id.kind() == ObjectKind.TYPE && facts.has("attributes");
    }
}
