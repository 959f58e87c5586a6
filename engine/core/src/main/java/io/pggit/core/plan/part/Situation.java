package io.pggit.core.plan.part;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What rules may look at besides the part they plan.
 *
 * @param before the state there is
 * @param after the state there shall be
 * @param options what the plan is for
 * @param detached tables that leave those above and come back, and so have to be changed by themselves
 */
public record Situation(Side before, Side after, PlanOptions options, Set<ObjectId> detached) {
    /** Copies {@code detached}. */
    public Situation {
        detached = Set.copyOf(detached);
    }

    /** The part above that changes along with an inherited part. */
    public Optional<PartId> leader(PartId id) {
        return detached.contains(id.object()) ? Optional.empty() : origin(after, id);
    }

    /** Whether a table below keeps a column or check as its own that the table above drops, for good or for a while. */
    public boolean keptBelow(PartId id) {
        return before.users(id.whole()).stream()
                .filter(user -> user.kind() == PartKind.INHERITANCE
                        && before.attributes(user).has("inherits")
                        && !user.object().equals(id.object()))
                .map(user -> new PartId(user.object(), id.kind(), id.name()))
                .filter(below -> before.attributes(below).flag("inherited"))
                .anyMatch(below -> id.kind() == PartKind.COLUMN ? columnStays(below) : checkStays(below));
    }

    /** A column that is nobody else's goes with that above, and comes again with it. */
    private boolean columnStays(PartId column) {
        boolean own = before.attributes(column).flag("local");
        return after.part(column).isPresent()
                && (own || !after.attributes(column).flag("inherited"));
    }

    private boolean checkStays(PartId check) {
        return after.part(check).isPresent() && before.attributes(check).same(after.attributes(check), "definition");
    }

    /** The tables a table inherits from or is a partition of, on one side. */
    public static List<ObjectId> parents(Side side, ObjectId table) {
        Map<String, ObjectId> tables = new HashMap<>();
        side.part(PartId.of(table, PartKind.INHERITANCE)).stream()
                .flatMap(inheritance -> inheritance.uses().stream())
                .filter(used -> used.kind() == PartKind.OBJECT && !used.object().equals(table))
                .forEach(used -> tables.put(Names.qualified(used.object()), used.object()));
        return UnrecordedUses.parents(side.attributes(PartId.of(table, PartKind.INHERITANCE))).stream()
                .map(tables::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The part above from which an inherited part comes, on one side. */
    public static Optional<PartId> origin(Side side, PartId id) {
        Attributes own = side.attributes(id);
        if (id.kind() == PartKind.INDEX || own.tree("index").has("partition_of")) {
            return side.part(id.sibling(PartKind.ATTACHED_INDEX, id.name())).stream()
                    .flatMap(attached -> attached.uses().stream())
                    .filter(used -> !used.object().equals(id.object()))
                    .findFirst();
        }
        if (!own.flag("inherited")) {
            return Optional.empty();
        }
        return parents(side, id.object()).stream()
                .map(parent -> new PartId(parent, id.kind(), id.name()))
                .filter(candidate -> side.part(candidate).isPresent())
                .findFirst();
    }

    /** Whether tables inherit from a table or are its partitions, on one side. */
    public static boolean hasChildren(Side side, ObjectId table) {
        return side.users(PartId.of(table)).stream()
                .anyMatch(user ->
                        user.kind() == PartKind.INHERITANCE && !user.object().equals(table));
    }

    /** Whether a table is partitioned, on one side. */
    public static boolean partitioned(Side side, ObjectId table) {
        return table.kind() == ObjectKind.TABLE
                && side.attributes(PartId.of(table)).has("partition_by");
    }
}
