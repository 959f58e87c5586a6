package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.CorruptFacts;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;

/** Enums, composite types and ranges. One that cannot be altered is swapped for its successor. */
final class TypeRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes own = part.attributes();
        String create = "CREATE " + Names.statementTarget(part.id().object()) + " AS ";
        Step step = Step.of(create
                + switch (own.required("variant")) {
                    case "enum" -> EnumLabels.definition(own);
                    case "composite" -> CompositeAttributes.definition(own);
                    case "range" -> RangeDefinition.of(own);
                    default -> throw new CorruptFacts("unknown variant " + own.required("variant"));
                });
        boolean swapped = situation.before().part(part.id()).isPresent();
        return List.of(swapped ? step.hazard(Hazard.CORRECTNESS) : step);
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        boolean swapped = situation.after().part(part.id()).isPresent();
        return List.of(Step.of("DROP "
                + Names.statementTarget(
                        swapped
                                ? RetiredTypes.retired(part.id().object())
                                : part.id().object())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        String variant = after.attributes().required("variant");
        if (!variant.equals(before.attributes().required("variant"))) {
            return new Change.Swap();
        }
        return switch (variant) {
            case "enum" ->
                situation.options().inOneTransaction() && !before.attributes().same(after.attributes(), "labels")
                        ? new Change.Swap()
                        : EnumLabels.change(before, after);
            case "composite" -> CompositeAttributes.change(before, after, situation);
            default -> new Change.Swap();
        };
    }
}
