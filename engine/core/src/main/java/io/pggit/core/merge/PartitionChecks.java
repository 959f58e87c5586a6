package io.pggit.core.merge;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Partitions of one table must not overlap. */
final class PartitionChecks {
    private final SchemaView schema;
    private final Set<Problem> problems;

    PartitionChecks(SchemaView schema, Set<Problem> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void check(Set<ObjectId> touched) {
        Map<String, List<ObjectId>> children = new TreeMap<>();
        schema.objects().forEach((id, facts) -> {
            String parent = facts.path("partition_of").path("parent").asText("");
            if (id.kind() == ObjectKind.TABLE && !parent.isEmpty()) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id);
            }
        });
        children.values().forEach(siblings -> {
            for (int i = 0; i < siblings.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean news = touched.contains(siblings.get(i)) || touched.contains(siblings.get(j));
                    if (news && bounds(siblings.get(i)).overlap(bounds(siblings.get(j)))) {
                        problems.add(new Problem(
                                siblings.get(i),
                                List.of(),
                                ConflictKind.OVERLAPPING_PARTITIONS,
                                "its rows overlap with those of "
                                        + siblings.get(j).name(),
                                List.of(new Finding.Place(siblings.get(j), List.of()))));
                    }
                }
            }
        });
    }

    private PartitionBound bounds(ObjectId id) {
        return PartitionBound.of(
                schema.object(id).path("partition_of").path("bound").asText());
    }
}
