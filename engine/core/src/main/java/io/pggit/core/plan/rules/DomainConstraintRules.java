package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;

/** Checks of domains. */
final class DomainConstraintRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        String add = alter(part) + "ADD CONSTRAINT " + Names.quoted(part.id().name()) + " "
                + part.attributes().required("definition");
        return List.of(
                part.attributes().has("validated") ? Step.of(add) : DomainRules.scanning(add, part.id(), situation));
    }

    private static String alter(Part part) {
        return "ALTER " + Names.statementTarget(part.id().object()) + " ";
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of(
                alter(part) + "DROP CONSTRAINT " + Names.quoted(part.id().name())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        String old = before.attributes().required("definition");
        boolean validates = before.attributes().has("validated")
                && !after.attributes().has("validated")
                && old.equals(after.attributes().required("definition") + " NOT VALID");
        return validates
                ? Change.inPlace(List.of(DomainRules.scanning(
                        alter(after) + "VALIDATE CONSTRAINT "
                                + Names.quoted(after.id().name()),
                        after.id(),
                        situation)))
                : Change.replace();
    }
}
