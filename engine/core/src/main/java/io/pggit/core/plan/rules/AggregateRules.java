package io.pggit.core.plan.rules;

import io.pggit.core.ddl.AggregateDdl;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;

/** Aggregates. */
final class AggregateRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List.of("variant", "parallel").forEach(part.attributes()::required);
        return List.of(
                Step.of("CREATE OR REPLACE " + AggregateDdl.definition(part.id().object(), part.attributes())));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        ObjectId id = part.id().object();
        return List.of(Step.of("DROP " + Names.statementTarget(id)));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        boolean replaceable = before.attributes().same(after.attributes(), "returns")
                && before.attributes().same(after.attributes(), "arguments")
                && before.attributes().same(after.attributes(), "variant");
        return replaceable ? Change.inPlace(create(after, Set.of(), situation)) : Change.replace();
    }
}
