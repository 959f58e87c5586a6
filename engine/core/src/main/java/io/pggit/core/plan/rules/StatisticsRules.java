package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
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
import java.util.Optional;
import java.util.Set;

/** Extended statistics. Their name in the facts is quoted and has its schema. */
final class StatisticsRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(part.attributes().required("definition")).locks(LockMode.SHARE_UPDATE_EXCLUSIVE));
        Optional<String> runner = situation.options().runner();
        Attributes fresh = runner.isPresent() ? Attributes.NONE.with("owner", runner.get()) : Attributes.NONE;
        steps.addAll(settings(part, fresh));
        return steps;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of("DROP STATISTICS " + part.id().name()).locks(LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return before.attributes().same(after.attributes(), "definition")
                ? Change.inPlace(settings(after, before.attributes()))
                : Change.replace();
    }

    private static List<Step> settings(Part part, Attributes old) {
        Attributes now = part.attributes();
        String alter = "ALTER STATISTICS " + part.id().name() + " ";
        List<Step> steps = new ArrayList<>();
        if (!old.same(now, "target")) {
            steps.add(Step.of(alter + "SET STATISTICS " + now.text("target").orElse("-1")));
        }
        if (!old.same(now, "owner")) {
            steps.add(Step.of(alter + "OWNER TO " + Names.quoted(now.required("owner"))));
        }
        return steps;
    }
}
