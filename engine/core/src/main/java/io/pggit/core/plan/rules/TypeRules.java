package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.TypeDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Enums, composite types and ranges. One that cannot be altered is swapped for its successor. */
final class TypeRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes own = part.attributes();
        String create = "CREATE " + Names.statementTarget(part.id().object());
        check(own);
        Step step = Step.of(create + TypeDdl.definition(own));
        // where columns have values of it, these are taken over by their text
        boolean swapped = situation.before().users(part.id()).stream()
                .anyMatch(user -> !user.object().equals(part.id().object()));
        List<Step> steps = new ArrayList<>();
        steps.add(swapped ? step.hazard(Hazard.CORRECTNESS) : step);
        steps.addAll(CompositeAttributes.annotations(part.id(), new TreeMap<>(), own.trees("attributes")));
        return steps;
    }

    private static void check(Attributes type) {
        switch (type.required("variant")) {
            case "enum", "shell", "base" -> {}
            case "composite" ->
                type.list("attribute_order")
                        .forEach(name -> type.member("attributes", name).required("type"));
            case "range" -> type.required("subtype");
            default -> throw new CorruptFacts("unknown variant " + type.required("variant"));
        }
    }

    /** Functions that take and give a type have to be made between its announcement and its definition. */
    @Override
    public Optional<String> obstacle(Part part, Situation situation) {
        return tied(part.attributes())
                ? Optional.of("it and its functions use each other, which no plan puts in order")
                : Optional.empty();
    }

    private static boolean tied(Attributes type) {
        return type.required("variant").equals("base") || type.has("canonical");
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        boolean swapped = situation.after().part(part.id()).isPresent();
        return List.of(Step.of("DROP "
                + Names.statementTarget(
                        swapped
                                ? RetiredTypes.retired(part.id().object())
                                : part.id().object())
                + (tied(part.attributes()) ? " CASCADE" : "")));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        String variant = after.attributes().required("variant");
        if (tied(before.attributes()) || tied(after.attributes())) {
            return new Change.Refuse(obstacle(tied(after.attributes()) ? after : before, situation)
                    .orElseThrow());
        }
        check(after.attributes());
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
