package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.RelationOptions;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is set on a table as a whole: storage, row security, replica identity, type. */
final class TableProperties {
    private TableProperties() {}

    static List<Step> afterCreate(Part table) {
        Attributes plain = table.attributes().only("row_security", "force_row_security", "replica_identity");
        // of a new table nothing is different from what anybody is used to
        return change(table.id(), Attributes.NONE, plain).stream()
                .map(step -> Step.of(step.sql()).locks(step.lock()))
                .toList();
    }

    static List<Step> change(PartId table, Attributes old, Attributes now) {
        String alter = "ALTER TABLE " + Names.qualified(table.object()) + " ";
        List<Step> steps = new ArrayList<>();
        if (!old.same(now, "persistence")) {
            steps.add(rewriting(alter + (now.has("persistence") ? "SET UNLOGGED" : "SET LOGGED")));
        }
        if (!old.same(now, "access_method")) {
            steps.add(rewriting(alter + "SET ACCESS METHOD "
                    + Names.quoted(now.text("access_method").orElse("heap"))));
        }
        if (!old.same(now, "tablespace")) {
            steps.add(rewriting(alter + "SET TABLESPACE "
                    + Names.quoted(now.text("tablespace").orElse("pg_default"))));
        }
        RelationOptions.change(old.texts("options"), now.texts("options"))
                .forEach(change -> steps.add(Step.of(alter + change).locks(LockMode.SHARE_UPDATE_EXCLUSIVE)));
        if (!old.same(now, "of_type")) {
            steps.add(exclusive(
                    alter + now.text("of_type").map(type -> "OF " + type).orElse("NOT OF")));
        }
        if (old.flag("row_security") != now.flag("row_security")) {
            steps.add(exclusive(alter + (now.flag("row_security") ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY")
                    .hazard(Hazard.AUTHZ_UPDATE));
        }
        if (old.flag("force_row_security") != now.flag("force_row_security")) {
            steps.add(exclusive(alter + (now.flag("force_row_security") ? "" : "NO ") + "FORCE ROW LEVEL SECURITY")
                    .hazard(Hazard.AUTHZ_UPDATE));
        }
        String identity = now.text("replica_identity").orElse("default");
        if (!old.same(now, "replica_identity") && !identity.equals("index")) {
            steps.add(exclusive(alter + "REPLICA IDENTITY " + identity.toUpperCase(Locale.ROOT))
                    .hazard(Hazard.CORRECTNESS));
        }
        return steps;
    }

    private static Step exclusive(String sql) {
        return Step.of(sql).locks(LockMode.ACCESS_EXCLUSIVE);
    }

    private static Step rewriting(String sql) {
        return exclusive(sql)
                .rewrites(Rewrite.TABLE)
                .hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK)
                .hazard(Hazard.IMPACTS_DATABASE_PERFORMANCE);
    }
}
