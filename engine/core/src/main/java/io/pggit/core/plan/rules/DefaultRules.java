package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;

/** Defaults of columns. */
final class DefaultRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        return List.of(Step.of(alter(part, situation) + "SET DEFAULT "
                        + part.attributes().required("default"))
                .locks(LockMode.ACCESS_EXCLUSIVE));
    }

    private static String alter(Part part, Situation situation) {
        return ColumnRules.alterOnly(part.id(), situation) + "ALTER COLUMN "
                + Names.quoted(part.id().name()) + " ";
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of(alter(part, situation) + "DROP DEFAULT").locks(LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return Change.inPlace(create(after, Set.of(), situation));
    }
}
