package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;

/** Schemas. */
final class SchemaRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        return List.of(Step.of("CREATE " + Names.statementTarget(part.id().object())));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of("DROP " + Names.statementTarget(part.id().object())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return Change.inPlace(List.of());
    }
}
