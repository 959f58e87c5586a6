package io.pggit.core.plan.order;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import java.util.SortedSet;
import java.util.TreeSet;

/** Foreign keys that point to partitioned tables, and so to each of their partitions. */
final class ForeignKeys {
    private ForeignKeys() {}

    /** The foreign keys that point to a table above a partition, on one side. */
    static SortedSet<PartId> toTreeOf(ObjectId partition, Side side) {
        return toTreeOf(partition, side, side);
    }

    /** The foreign keys of one side that point to a table that another has above a partition. */
    static SortedSet<PartId> toTreeOf(ObjectId partition, Side trees, Side side) {
        SortedSet<PartId> keys = new TreeSet<>();
        if (!trees.attributes(PartId.of(partition, PartKind.INHERITANCE)).has("partition_of")) {
            return keys;
        }
        for (ObjectId parent : Situation.parents(trees, partition)) {
            side.users(PartId.of(parent)).stream()
                    .filter(user -> user.kind() == PartKind.CONSTRAINT)
                    .filter(user ->
                            side.attributes(user).text("type").orElse("").equals("foreign_key"))
                    .filter(user -> side.part(user).orElseThrow().uses().stream()
                            .anyMatch(used -> used.kind() == PartKind.COLUMN
                                    && used.object().equals(parent)))
                    .filter(user -> !user.object().equals(parent))
                    .filter(user -> Situation.origin(side, user).isEmpty())
                    .forEach(keys::add);
            keys.addAll(toTreeOf(parent, trees, side));
        }
        return keys;
    }
}
