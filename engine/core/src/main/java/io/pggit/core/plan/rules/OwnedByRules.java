package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;

/** To which column a sequence belongs. */
final class OwnedByRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes owner = part.attributes();
        return List.of(Step.of("ALTER " + Names.statementTarget(part.id().object()) + " OWNED BY "
                + Names.quoted(owner.required("schema")) + "." + Names.quoted(owner.required("table")) + "."
                + Names.quoted(owner.required("column"))));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(Step.of("ALTER " + Names.statementTarget(part.id().object()) + " OWNED BY NONE"));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        return Change.inPlace(create(after, Set.of(), situation));
    }
}
