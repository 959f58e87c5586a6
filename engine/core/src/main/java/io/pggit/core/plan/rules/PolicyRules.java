package io.pggit.core.plan.rules;

import io.pggit.core.ddl.PolicyDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Set;

/** Row security policies. */
final class PolicyRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        part.attributes().required("command");
        return List.of(policy(PolicyDdl.create(part.id().object(), part.id().name(), part.attributes())));
    }

    private static Step policy(String sql) {
        return Step.of(sql).locks(LockMode.ACCESS_EXCLUSIVE).hazard(Hazard.AUTHZ_UPDATE);
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        return List.of(policy("DROP " + Comments.target(part.id())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        boolean alterable = old.same(now, "command")
                && old.same(now, "permissive")
                && (now.has("using") || !old.has("using"))
                && (now.has("check") || !old.has("check"));
        if (!alterable) {
            return Change.replace();
        }
        StringBuilder sql = new StringBuilder("ALTER " + Comments.target(after.id()));
        if (!old.same(now, "roles")) {
            sql.append(" TO ").append(PolicyDdl.roles(now));
        }
        if (!old.same(now, "using")) {
            sql.append(" USING (").append(now.required("using")).append(")");
        }
        if (!old.same(now, "check")) {
            sql.append(" WITH CHECK (").append(now.required("check")).append(")");
        }
        return Change.inPlace(List.of(policy(sql.toString())));
    }
}
