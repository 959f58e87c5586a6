package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.RelationOptions;
import io.pggit.core.ddl.ViewDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Materialized views: another query makes another one. */
final class MaterializedViewRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes own = part.attributes();
        own.required("query");
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("CREATE " + ViewDdl.definition(part.id().object(), own)));
        steps.addAll(ViewColumns.change(part.id(), Attributes.NONE, own));
        return steps;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(
                Step.of("DROP " + Names.statementTarget(part.id().object())).locks(LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        if (!old.same(now, "query") || !old.same(now, "column_order") || !ViewColumns.extend(old, now)) {
            return Change.replace();
        }
        String alter = "ALTER " + Names.statementTarget(after.id().object()) + " ";
        List<Step> steps = new ArrayList<>();
        RelationOptions.change(old.texts("options"), now.texts("options"))
                .forEach(change -> steps.add(Step.of(alter + change).locks(LockMode.SHARE_UPDATE_EXCLUSIVE)));
        if (!old.same(now, "access_method")) {
            steps.add(Step.of(alter + "SET ACCESS METHOD "
                            + Names.quoted(now.text("access_method").orElse("heap")))
                    .locks(LockMode.ACCESS_EXCLUSIVE)
                    .rewrites(Rewrite.TABLE));
        }
        if (!old.same(now, "tablespace")) {
            steps.add(Step.of(alter + "SET TABLESPACE "
                            + Names.quoted(now.text("tablespace").orElse("pg_default")))
                    .locks(LockMode.ACCESS_EXCLUSIVE)
                    .rewrites(Rewrite.TABLE));
        }
        steps.addAll(ViewColumns.change(after.id(), old, now));
        return Change.inPlace(steps);
    }
}
