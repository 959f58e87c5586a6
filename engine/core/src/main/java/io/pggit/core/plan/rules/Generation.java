package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Optional;

/** Whether a column's values are computed, and how. */
final class Generation {
    private Generation() {}

    /** Empty when nothing differs. */
    static Optional<Change> change(PartId id, Attributes old, Attributes now, Situation situation) {
        Attributes before = old.tree("generated");
        Attributes after = now.tree("generated");
        if (before.equals(after)) {
            return Optional.empty();
        }
        String alter = ColumnRules.alter(id) + "ALTER COLUMN " + Names.quoted(id.name()) + " ";
        if (after.isEmpty() && before.required("kind").equals("stored")) {
            return Optional.of(
                    Change.inPlace(List.of(Step.of(alter + "DROP EXPRESSION").locks(LockMode.ACCESS_EXCLUSIVE))));
        }
        boolean settable = situation.options().serverVersion() >= 17
                && !before.isEmpty()
                && !after.isEmpty()
                && before.same(after, "kind");
        if (!settable) {
            return Optional.of(Change.replace());
        }
        Step step = Step.of(alter + "SET EXPRESSION AS (" + after.required("expression") + ")")
                .locks(LockMode.ACCESS_EXCLUSIVE);
        return Optional.of(
                Change.inPlace(List.of(after.required("kind").equals("stored") ? ColumnType.rewriting(step) : step)));
    }
}
