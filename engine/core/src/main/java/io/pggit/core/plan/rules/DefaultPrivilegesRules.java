package io.pggit.core.plan.rules;

import io.pggit.core.ddl.DefaultPrivilegesDdl;
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

/** Default privileges: what objects made later will have. They are set, never created or dropped. */
final class DefaultPrivilegesRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        return steps(DefaultPrivilegesDdl.create(part.id().object(), grants(part)));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return steps(DefaultPrivilegesDdl.drop(part.id().object(), grants(part)));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return Change.inPlace(steps(DefaultPrivilegesDdl.change(after.id().object(), grants(before), grants(after))));
    }

    private static Attributes grants(Part part) {
        return part.attributes().tree("grants");
    }

    private static List<Step> steps(List<String> statements) {
        return statements.stream()
                .map(sql -> Step.of(sql).hazard(Hazard.AUTHZ_UPDATE))
                .toList();
    }
}
