package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Firing;
import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.ObjectDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectKind;
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

/** Objects that hold no data and are seldom changed: created by their script, and made anew when they differ. */
final class ScriptedRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List<Step> steps = new ArrayList<>();
        for (String sql : ObjectDdl.statements(
                part.id().object(),
                part.attributes().without("comment", SecurityLabels.ATTRIBUTE).facts())) {
            Step step = Step.of(sql);
            steps.add(
                    part.id().object().kind() == ObjectKind.SUBSCRIPTION && needsNoTransaction(part)
                            ? step.in(Step.Transaction.NONE)
                            : step);
        }
        return steps;
    }

    /** A slot on another server is made or dropped at once. */
    private static boolean needsNoTransaction(Part subscription) {
        return subscription.attributes().has("slot");
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        Step step = Step.of("DROP " + Names.statementTarget(part.id().object()));
        return List.of(
                switch (part.id().object().kind()) {
                    case FOREIGN_TABLE -> step.locks(LockMode.ACCESS_EXCLUSIVE);
                    case SUBSCRIPTION -> needsNoTransaction(part) ? step.in(Step.Transaction.NONE) : step;
                    default -> step;
                });
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        return switch (after.id().object().kind()) {
            case EVENT_TRIGGER ->
                old.sameBut(now, "enabled", "comment", SecurityLabels.ATTRIBUTE)
                        ? Change.inPlace(List.of(Step.of(
                                "ALTER " + Names.statementTarget(after.id().object()) + " "
                                        + Firing.words(now.text("enabled")))))
                        : Change.replace();
            case SUBSCRIPTION -> new Change.Refuse("its connection string is not part of the facts");
            case USER_MAPPING -> new Change.Refuse("its options are not part of the facts");
            default -> Change.replace();
        };
    }
}
