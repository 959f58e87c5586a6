package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;

/** Keys: at once, or over an index that is built concurrently first. */
final class OnlineKeys {
    private OnlineKeys() {}

    static List<Step> add(Part part, String sql, Situation situation) {
        String type = part.attributes().required("type");
        String definition = part.attributes().required("definition");
        boolean plain = !definition.contains(" WITHOUT OVERLAPS") && !type.equals("exclusion");
        if (!situation.options().online()
                || !plain
                || Situation.partitioned(situation.after(), part.id().object())
                || !situation.before().objects().contains(part.id().object())) {
            return List.of(Step.of(sql)
                    .locks(LockMode.ACCESS_EXCLUSIVE)
                    .rewrites(Rewrite.INDEX_BUILD)
                    .hazard(Hazard.INDEX_BUILD)
                    .hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK));
        }
        String words = type.equals("primary_key") ? "PRIMARY KEY" : "UNIQUE";
        String deferral = definition.replaceAll("^.*?\\)( INCLUDE \\(.*?\\))?(?=( DEFERRABLE.*)?$)", "");
        String columns = definition
                .substring(words.length(), definition.length() - deferral.length())
                .replaceFirst("^ NULLS NOT DISTINCT", "");
        String distinct = definition.contains("NULLS NOT DISTINCT") ? " NULLS NOT DISTINCT" : "";
        String name = Names.quoted(part.id().name());
        return List.of(
                Step.of("CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON "
                                + Names.qualified(part.id().object()) + columns + distinct)
                        .locks(LockMode.SHARE_UPDATE_EXCLUSIVE)
                        .rewrites(Rewrite.INDEX_BUILD)
                        .hazard(Hazard.INDEX_BUILD)
                        .in(Step.Transaction.NONE),
                Step.of(ColumnRules.alter(part.id()) + "ADD CONSTRAINT " + name + " " + words + " USING INDEX " + name
                                + deferral)
                        .locks(LockMode.ACCESS_EXCLUSIVE));
    }
}
