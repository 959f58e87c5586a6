package io.pggit.core.plan.rules;

import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rewrite rules. */
final class RewriteRuleRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List<Step> steps = new ArrayList<>();
        String definition =
                part.attributes().required("definition").replaceFirst("^CREATE RULE", "CREATE OR REPLACE RULE");
        steps.add(Step.of(definition.replaceFirst(";\\s*$", "")).locks(LockMode.ACCESS_EXCLUSIVE));
        steps.addAll(Enabling.change("RULE", part.id(), Attributes.NONE, part.attributes()));
        return steps;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of("DROP " + Comments.target(part.id())).locks(LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return before.attributes().same(after.attributes(), "definition")
                ? Change.inPlace(Enabling.change("RULE", after.id(), before.attributes(), after.attributes()))
                : Change.inPlace(create(after, Set.of(), situation));
    }
}
