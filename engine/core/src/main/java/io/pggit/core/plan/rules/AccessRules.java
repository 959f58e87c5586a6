package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Grants;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owners and grants. */
public final class AccessRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Optional<String> runner = situation.options().runner();
        Attributes fresh = runner.isPresent() ? Attributes.NONE.with("owner", runner.get()) : Attributes.NONE;
        return steps(part.id(), fresh, part.attributes(), situation);
    }

    @Override
    public Optional<String> shortcoming(Part part, Situation situation) {
        Optional<String> owner = part.attributes().text("owner");
        boolean another = situation.options().runner().isPresent()
                && owner.isPresent()
                && !owner.equals(situation.options().runner());
        return part.id().object().kind() == ObjectKind.EXTENSION && another
                ? Optional.of("an extension belongs to who makes it, and cannot be given to " + owner.get())
                : Optional.empty();
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of();
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        boolean owned = after.attributes().has("owner");
        if (!owned && before.attributes().has("owner")) {
            return new Change.Refuse("its facts do not say whose it is");
        }
        if (after.id().object().kind() == ObjectKind.EXTENSION) {
            return new Change.Refuse("an extension belongs to who made it, and cannot be given to another role");
        }
        return Change.inPlace(steps(after.id(), before.attributes(), after.attributes(), situation));
    }

    /** The change of a part some of whose columns have been dropped and added again. */
    public static List<Step> regrant(Part before, Part after, List<String> lostColumns, Situation situation) {
        Attributes left = before.attributes()
                .withTree("columns", before.attributes().tree("columns").without(lostColumns.toArray(String[]::new)));
        return steps(after.id(), left, after.attributes(), situation);
    }

    private static List<Step> steps(PartId id, Attributes old, Attributes now, Situation situation) {
        List<Step> steps = new ArrayList<>();
        ObjectId object = id.object();
        if (object.kind() == ObjectKind.EXTENSION) {
            return steps;
        }
        if (now.has("owner") && !old.same(now, "owner") && !comesWithTable(id, old, now, situation)) {
            steps.add(Step.of("ALTER " + Names.statementTarget(object) + " OWNER TO "
                            + Names.quoted(now.required("owner")))
                    .locks(rows(object) ? LockMode.ACCESS_EXCLUSIVE : LockMode.NONE)
                    .hazard(Hazard.AUTHZ_UPDATE));
        }
        Grants.change(object, old, now).forEach(sql -> steps.add(Step.of(sql).hazard(Hazard.AUTHZ_UPDATE)));
        return steps;
    }

    private static boolean rows(ObjectId object) {
        return object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.MATERIALIZED_VIEW;
    }

    /** A sequence that belongs to a column goes with its table to another owner, and refuses to go alone. */
    private static boolean comesWithTable(PartId id, Attributes old, Attributes now, Situation situation) {
        PartId owned = id.sibling(PartKind.OWNED_BY, "");
        return old.has("owner")
                && situation.after().part(owned).stream()
                        .flatMap(part -> part.uses().stream())
                        .filter(used ->
                                used.kind() == PartKind.ACCESS && !used.object().equals(id.object()))
                        .anyMatch(table -> situation.after().attributes(table).same(now, "owner"))
                && situation.before().part(owned).isPresent()
                && situation.before().attributes(owned).equals(situation.after().attributes(owned));
    }
}
