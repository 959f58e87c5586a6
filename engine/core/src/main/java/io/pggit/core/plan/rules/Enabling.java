package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Firing;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Step;
import java.util.List;

/** In which sessions a trigger or rule fires. */
final class Enabling {
    private Enabling() {}

    static List<Step> change(String word, PartId id, Attributes old, Attributes now) {
        String state = now.text("enabled").orElse("origin");
        if (state.equals(old.text("enabled").orElse("origin"))) {
            return List.of();
        }
        return List.of(Step.of(ColumnRules.alter(id) + Firing.words(now.text("enabled")) + " " + word + " "
                        + Names.quoted(id.name()))
                .locks(word.equals("RULE") ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_ROW_EXCLUSIVE));
    }
}
