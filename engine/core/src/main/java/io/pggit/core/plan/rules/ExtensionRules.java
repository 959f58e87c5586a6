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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Extensions: their members are their own business. */
final class ExtensionRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes own = part.attributes();
        return List.of(Step.of("CREATE " + Names.statementTarget(part.id().object()) + " WITH SCHEMA "
                + Names.quoted(own.required("schema")) + " VERSION " + Names.literal(own.required("version"))));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        // routines may call its members without anybody knowing
        return List.of(Step.of("DROP " + Names.statementTarget(part.id().object()))
                .hazard(Hazard.HAS_UNTRACKABLE_DEPENDENCIES));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        if (older(after.attributes().required("version"), before.attributes().required("version"))) {
            return Change.replace();
        }
        String alter = "ALTER " + Names.statementTarget(after.id().object());
        List<Step> steps = new ArrayList<>();
        if (!before.attributes().same(after.attributes(), "version")) {
            steps.add(Step.of(alter + " UPDATE TO "
                            + Names.literal(after.attributes().required("version")))
                    .hazard(Hazard.UPGRADING_EXTENSION_VERSION));
        }
        if (!before.attributes().same(after.attributes(), "schema")) {
            steps.add(Step.of(
                    alter + " SET SCHEMA " + Names.quoted(after.attributes().required("schema"))));
        }
        return Change.inPlace(steps);
    }

    /** Scripts lead to newer versions only; a version that is not made of numbers is taken for newer. */
    private static boolean older(String version, String than) {
        String[] one = version.split("\\.");
        String[] other = than.split("\\.");
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (!one[i].matches("[0-9]{1,9}") || !other[i].matches("[0-9]{1,9}")) {
                return false;
            }
            int order = Integer.compare(Integer.parseInt(one[i]), Integer.parseInt(other[i]));
            if (order != 0) {
                return order < 0;
            }
        }
        return one.length < other.length;
    }
}
