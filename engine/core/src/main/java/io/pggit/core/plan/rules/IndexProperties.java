package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.RelationOptions;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an index has beyond its definition. */
final class IndexProperties {
    /** Whether the definition of an index already says its options. */
    enum Options {
        IN_DEFINITION,
        NOT_IN_DEFINITION
    }

    private IndexProperties() {}

    static boolean alterable(Attributes old, Attributes now) {
        return old.sameBut(
                now,
                "options",
                "tablespace",
                "statistics",
                "comment",
                "clustered",
                "replica_identity",
                "partition_of",
                "valid");
    }

    static List<Step> change(PartId id, Attributes old, Attributes now, Options options) {
        String name =
                id.object().schema().map(schema -> Names.quoted(schema) + ".").orElse("") + Names.quoted(id.name());
        String alter = "ALTER INDEX " + name + " ";
        String table = "ALTER TABLE " + Names.qualified(id.object()) + " ";
        List<Step> steps = new ArrayList<>();
        if (options == Options.NOT_IN_DEFINITION) {
            RelationOptions.change(old.texts("options"), now.texts("options"))
                    .forEach(change -> steps.add(Step.of(alter + change).locks(LockMode.SHARE_UPDATE_EXCLUSIVE)));
        }
        if (!old.same(now, "tablespace")) {
            steps.add(Step.of(alter + "SET TABLESPACE "
                            + Names.quoted(now.text("tablespace").orElse("pg_default")))
                    .locks(LockMode.ACCESS_EXCLUSIVE)
                    .rewrites(Rewrite.INDEX_BUILD));
        }
        SortedMap<String, String> statistics = new TreeMap<>(old.texts("statistics"));
        statistics.replaceAll((column, target) -> "-1");
        statistics.putAll(now.texts("statistics"));
        statistics.forEach((column, target) -> {
            if (!target.equals(old.texts("statistics").get(column))) {
                steps.add(Step.of(alter + "ALTER COLUMN " + column + " SET STATISTICS " + target)
                        .locks(LockMode.SHARE_UPDATE_EXCLUSIVE));
            }
        });
        if (now.flag("clustered") && !old.flag("clustered")) {
            steps.add(Step.of(table + "CLUSTER ON " + Names.quoted(id.name())).locks(LockMode.SHARE_UPDATE_EXCLUSIVE));
        } else if (old.flag("clustered") && !now.flag("clustered")) {
            steps.add(Step.of(table + "SET WITHOUT CLUSTER").locks(LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        if (now.flag("replica_identity") && !old.flag("replica_identity")) {
            steps.add(Step.of(table + "REPLICA IDENTITY USING INDEX " + Names.quoted(id.name()))
                    .locks(LockMode.ACCESS_EXCLUSIVE));
        }
        if (id.kind() == PartKind.CONSTRAINT) {
            steps.addAll(Comments.change("INDEX " + name, old, now, "comment"));
        }
        return steps;
    }
}
