package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A table's place below others. */
public final class InheritanceRules implements PartRules {
    /** Whether CREATE TABLE can say it and gives exactly what is wanted. */
    public static boolean withCreateTable(
            PartId id, Situation situation, java.util.function.Predicate<PartId> createdHere) {
        Attributes place = situation.after().attributes(id);
        if (!place.has("partition_of")) {
            return true;
        }
        List<ObjectId> parents = Situation.parents(situation.after(), id.object());
        if (parents.isEmpty()) {
            return false;
        }
        ObjectId parent = parents.get(0);
        boolean keysToCome = situation.after().partsOf(parent).keySet().stream()
                .filter(part -> part.kind() == PartKind.INDEX || part.kind() == PartKind.CONSTRAINT)
                .filter(part -> !situation
                        .after()
                        .attributes(part)
                        .text("type")
                        .orElse("")
                        .equals("check"))
                .allMatch(createdHere);
        Attributes own = situation.after().object(id.object());
        Attributes above = situation.after().object(parent);
        return keysToCome
                && own.list("column_order").equals(above.list("column_order"))
                && own.list("column_order").stream()
                        .allMatch(name -> sameColumn(
                                own.trees("columns").get(name),
                                above.trees("columns").get(name),
                                situation))
                && own.trees("constraints").values().stream()
                        .allMatch(constraint ->
                                !constraint.required("type").equals("check") || !constraint.flag("local"));
    }

    private static boolean sameColumn(Attributes own, Attributes above, Situation situation) {
        boolean named = situation.options().serverVersion() < 18 || !own.flag("not_null");
        return named
                && own.same(above, "type")
                && own.same(above, "collation")
                && own.same(above, "not_null")
                && own.same(above, "default")
                && own.same(above, "generated")
                && own.same(above, "compression")
                && own.same(above, "storage");
    }

    /** The table that becomes a partition is locked, and so is a default partition; keys come along with their other ends. */
    private static LockMode attaching(Part part, Situation situation) {
        boolean child = there(part.id().object(), situation);
        List<ObjectId> parents = Situation.parents(situation.after(), part.id().object());
        boolean besides = parents.stream()
                .flatMap(parent -> situation.before().users(PartId.of(parent)).stream())
                .anyMatch(sibling -> situation
                        .before()
                        .attributes(sibling)
                        .tree("partition_of")
                        .text("bound")
                        .filter("DEFAULT"::equals)
                        .isPresent());
        // a key of the before side may go later
        boolean keys = Stream.of(situation.before(), situation.after())
                .anyMatch(side -> parents.stream().anyMatch(parent -> hasForeignKeys(parent, side)));
        if (child || besides) {
            return LockMode.ACCESS_EXCLUSIVE;
        }
        boolean parent = parents.stream().anyMatch(above -> there(above, situation));
        return keys ? LockMode.SHARE_ROW_EXCLUSIVE : parent ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.NONE;
    }

    /** Whether a table points at others, or others at it. */
    private static boolean hasForeignKeys(ObjectId table, Side side) {
        return Stream.concat(side.partsOf(table).keySet().stream(), side.users(PartId.of(table)).stream())
                .anyMatch(id -> side.attributes(id)
                        .text("type")
                        .filter("foreign_key"::equals)
                        .isPresent());
    }

    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        String child = Names.qualified(part.id().object());
        if (part.attributes().has("partition_of")) {
            Attributes place = part.attributes().tree("partition_of");
            return List.of(Step.of("ALTER TABLE " + place.required("parent") + " ATTACH PARTITION " + child + " "
                            + place.required("bound"))
                    .locks(attaching(part, situation))
                    .rewrites(Rewrite.SCAN));
        }
        return part.attributes().list("inherits").stream()
                .map(parent ->
                        Step.of("ALTER TABLE " + child + " INHERIT " + parent).locks(inheriting(part, situation)))
                .toList();
    }

    private static LockMode inheriting(Part part, Situation situation) {
        if (there(part.id().object(), situation)) {
            return LockMode.ACCESS_EXCLUSIVE;
        }
        return Situation.parents(situation.after(), part.id().object()).stream()
                        .anyMatch(parent -> there(parent, situation))
                ? LockMode.SHARE_UPDATE_EXCLUSIVE
                : LockMode.NONE;
    }

    private static boolean there(ObjectId table, Situation situation) {
        return situation.before().objects().contains(table);
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        String child = Names.qualified(part.id().object());
        if (part.attributes().has("partition_of")) {
            return List.of(Step.of("ALTER TABLE "
                            + part.attributes().tree("partition_of").required("parent") + " DETACH PARTITION " + child)
                    .locks(LockMode.ACCESS_EXCLUSIVE));
        }
        return part.attributes().list("inherits").stream()
                .map(parent -> Step.of("ALTER TABLE " + child + " NO INHERIT " + parent)
                        .locks(LockMode.ACCESS_EXCLUSIVE))
                .toList();
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return Change.replace();
    }
}
