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

/** A partition's index as part of the one above. It cannot be taken out again, only dropped with it. */
final class AttachedIndexRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        String schema = part.id()
                .object()
                .schema()
                .map(name -> Names.quoted(name) + ".")
                .orElse("");
        return List.of(Step.of("ALTER INDEX " + part.attributes().required("partition_of") + " ATTACH PARTITION "
                        + schema + Names.quoted(part.id().name()))
                .locks(LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of();
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return Change.replace();
    }
}
