package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Optional;

/** Keys: over an index that is there, at once, or over an index that is built concurrently first. */
final class KeySteps {
    private KeySteps() {}

    static List<Step> add(Part part, String sql, Situation situation) {
        String name = Names.quoted(part.id().name());
        Optional<PartId> there = KeyIndexes.takenOver(part, situation);
        if (there.isPresent()) {
            return List.of(over(part, Names.quoted(there.get().name())));
        }
        boolean plain = !part.attributes().required("definition").contains(" WITHOUT OVERLAPS")
                && !part.attributes().required("type").equals("exclusion");
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
        KeyText text = KeyText.of(part);
        return List.of(
                Step.of("CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON "
                                + Names.qualified(part.id().object()) + text.columns() + text.distinct())
                        .locks(LockMode.SHARE_UPDATE_EXCLUSIVE)
                        .rewrites(Rewrite.INDEX_BUILD)
                        .hazard(Hazard.INDEX_BUILD)
                        .in(Step.Transaction.NONE),
                over(part, name));
    }

    /** The key takes an index over, which gets its name. */
    private static Step over(Part key, String index) {
        KeyText text = KeyText.of(key);
        return Step.of(ColumnRules.alter(key.id()) + "ADD CONSTRAINT "
                        + Names.quoted(key.id().name()) + " " + text.words() + " USING INDEX " + index
                        + text.deferral())
                .locks(LockMode.ACCESS_EXCLUSIVE);
    }
}
