package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables, without the parts that stand for themselves. */
final class TableRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(TableDefinition.of(part, with, situation)).locks(above(part.id(), with, situation)));
        steps.addAll(TableProperties.afterCreate(part));
        return steps;
    }

    /** What creating a table does to one that it inherits from or is a partition of. */
    private static LockMode above(PartId table, Set<PartId> with, Situation situation) {
        PartId place = table.sibling(PartKind.INHERITANCE, "");
        boolean there = Situation.parents(situation.after(), table.object()).stream()
                .anyMatch(parent -> situation.before().objects().contains(parent));
        if (!with.contains(place) || !there) {
            return LockMode.NONE;
        }
        return situation.after().attributes(place).has("partition_of")
                ? LockMode.ACCESS_EXCLUSIVE
                : LockMode.SHARE_UPDATE_EXCLUSIVE;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of("DROP " + Names.statementTarget(part.id().object()))
                .locks(LockMode.ACCESS_EXCLUSIVE)
                .loses("table " + Names.qualified(part.id().object())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        if (!old.same(now, "partition_by")) {
            return Change.replace();
        }
        return Change.inPlace(TableProperties.change(after.id(), old, now));
    }
}
