package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To which column a sequence belongs. */
public final class OwnedByRules implements PartRules {
    /** The table that takes a sequence along when it becomes logged or unlogged (ALTER TABLE, {@code SET LOGGED}), if it does. */
    public static Optional<PartId> logging(PartId sequence, Situation situation) {
        PartId owned = sequence.sibling(PartKind.OWNED_BY, "");
        return situation.before().part(owned).stream()
                .filter(part -> situation.after().part(owned).isPresent())
                .flatMap(part -> part.uses().stream())
                .filter(used -> changesLogging(used, situation))
                .findFirst();
    }

    /** Whether a part is a table that becomes logged or unlogged. */
    public static boolean changesLogging(PartId id, Situation situation) {
        return id.kind() == PartKind.OBJECT
                && id.object().kind() == ObjectKind.TABLE
                && situation.after().part(id).isPresent()
                && !situation.before().attributes(id).same(situation.after().attributes(id), "persistence");
    }

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
