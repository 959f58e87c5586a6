package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Functions and procedures. */
final class RoutineRules implements PartRules {
    /** A simple default; one with commas is not recognised, and the routine is made anew. */
    private static final Pattern DEFAULT = Pattern.compile(" DEFAULT [^,]*");

    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Step step = Step.of(part.attributes().required("definition").stripTrailing());
        return List.of(opaque(part) ? step.hazard(Hazard.HAS_UNTRACKABLE_DEPENDENCIES) : step);
    }

    /** Whether PostgreSQL does not know what the body uses. */
    private static boolean opaque(Part part) {
        return !part.attributes().required("definition").contains("\nBEGIN ATOMIC\n")
                && !part.attributes().required("definition").contains("\nRETURN ");
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        Step step = Step.of("DROP " + Names.statementTarget(part.id().object()));
        return List.of(opaque(part) ? step.hazard(Hazard.HAS_UNTRACKABLE_DEPENDENCIES) : step);
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return replaceable(before.attributes(), after.attributes())
                ? Change.inPlace(create(after, Set.of(), situation))
                : Change.replace();
    }

    /** As the manual says under CREATE FUNCTION: names, result and given defaults must stay. */
    private static boolean replaceable(Attributes before, Attributes after) {
        return before.same(after, "returns")
                && before.same(after, "window")
                && (before.same(after, "arguments")
                        || withoutDefaults(before).equals(withoutDefaults(after))
                                && defaults(before) <= defaults(after));
    }

    private static String withoutDefaults(Attributes routine) {
        return DEFAULT.matcher(routine.text("arguments").orElse("")).replaceAll("");
    }

    private static long defaults(Attributes routine) {
        return DEFAULT.matcher(routine.text("arguments").orElse("")).results().count();
    }
}
