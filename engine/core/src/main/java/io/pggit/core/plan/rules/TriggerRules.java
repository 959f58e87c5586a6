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

/** Triggers. One that a partition has from above is listed only where it is enabled otherwise. */
final class TriggerRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List<Step> steps = new ArrayList<>();
        if (!part.attributes().flag("inherited")) {
            steps.add(Step.of(part.attributes().required("definition")).locks(LockMode.SHARE_ROW_EXCLUSIVE));
        }
        steps.addAll(Enabling.change("TRIGGER", part.id(), Attributes.NONE, part.attributes()));
        return steps;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return part.attributes().flag("inherited")
                ? Enabling.change("TRIGGER", part.id(), part.attributes(), Attributes.NONE)
                : List.of(Step.of("DROP " + Comments.target(part.id())).locks(LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        if (old.same(now, "definition")) {
            return Change.inPlace(Enabling.change("TRIGGER", after.id(), old, now));
        }
        String definition = now.required("definition");
        if (definition.startsWith("CREATE CONSTRAINT")
                || old.required("definition").startsWith("CREATE CONSTRAINT")
                || now.flag("inherited")) {
            return Change.replace();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(definition.replaceFirst("^CREATE TRIGGER", "CREATE OR REPLACE TRIGGER"))
                .locks(LockMode.SHARE_ROW_EXCLUSIVE));
        steps.addAll(Enabling.change("TRIGGER", after.id(), old, now));
        return Change.inPlace(steps);
    }
}
