package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sequences of their own; one behind an identity column is part of the column. */
final class SequenceRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes own = part.attributes();
        List<String> words = new ArrayList<>();
        words.add("CREATE " + (own.has("persistence") ? "UNLOGGED " : "")
                + Names.statementTarget(part.id().object()));
        if (!own.required("type").equals("bigint")) {
            words.add("AS " + own.required("type"));
        }
        words.addAll(SequenceOptions.create(own));
        return List.of(Step.of(String.join(" ", words)));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        Step step = Step.of("DROP " + Names.statementTarget(part.id().object()))
                .loses("the state of sequence " + Names.qualified(part.id().object()));
        boolean owned = situation
                .before()
                .part(part.id().sibling(PartKind.OWNED_BY, ""))
                .isPresent();
        // routines may draw from it without anybody knowing
        return List.of(owned ? step : step.hazard(Hazard.HAS_UNTRACKABLE_DEPENDENCIES));
    }

    @Override
    public Part led(Part before, Situation situation) {
        return OwnedByRules.logging(before.id(), situation)
                .map(table -> new Part(
                        before.id(),
                        before.attributes()
                                .with("persistence", situation.after().attributes(table)),
                        before.uses()))
                .orElse(before);
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        String alter = "ALTER " + Names.statementTarget(after.id().object());
        List<Step> steps = new ArrayList<>();
        if (!before.attributes().same(after.attributes(), "persistence")) {
            steps.add(Step.of(alter + (after.attributes().has("persistence") ? " SET UNLOGGED" : " SET LOGGED")));
        }
        List<String> words = new ArrayList<>();
        if (!before.attributes().same(after.attributes(), "type")) {
            words.add("AS " + after.attributes().required("type"));
        }
        words.addAll(SequenceOptions.change(before.attributes(), after.attributes()));
        if (!words.isEmpty()) {
            Step step = Step.of(alter + " " + String.join(" ", words));
            steps.add(
                    SequenceOptions.restarts(before.attributes(), after.attributes())
                            ? step.hazard(Hazard.CORRECTNESS)
                            : step);
        }
        return Change.inPlace(steps);
    }
}
