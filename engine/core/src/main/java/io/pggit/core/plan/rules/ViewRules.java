package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.RelationOptions;
import io.pggit.core.ddl.ViewDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Views. */
final class ViewRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("CREATE " + definition(part)));
        steps.addAll(ViewColumns.change(part.id(), Attributes.NONE, part.attributes()));
        return steps;
    }

    private static String definition(Part part) {
        part.attributes().required("query");
        return ViewDdl.definition(part.id().object(), part.attributes());
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of("DROP " + Names.statementTarget(part.id().object())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        List<Step> steps = new ArrayList<>();
        if (!ViewColumns.extend(old, now)) {
            return Change.replace();
        }
        if (!old.same(now, "query")) {
            steps.add(Step.of("CREATE OR REPLACE " + definition(after)));
        } else {
            RelationOptions.change(old.texts("options"), now.texts("options"))
                    .forEach(change -> steps.add(
                            Step.of("ALTER " + Names.statementTarget(after.id().object()) + " " + change)));
        }
        steps.addAll(ViewColumns.change(after.id(), old, now));
        return Change.inPlace(steps);
    }
}
