package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.RelationOptions;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a column is stored and what is known of its values. */
final class ColumnStorage {
    private ColumnStorage() {}

    static List<Step> change(PartId id, Attributes old, Attributes now, Situation situation) {
        String alter = ColumnRules.alterOnly(id, situation) + "ALTER COLUMN " + Names.quoted(id.name()) + " ";
        List<Step> steps = new ArrayList<>();
        if (!old.same(now, "storage")) {
            String storage = now.text("storage")
                    .map(text -> text.toUpperCase(Locale.ROOT))
                    .orElse("DEFAULT");
            steps.add(Step.of(alter + "SET STORAGE " + usual(storage, now, situation))
                    .locks(LockMode.ACCESS_EXCLUSIVE));
        }
        if (!old.same(now, "compression")) {
            steps.add(
                    Step.of(alter + "SET COMPRESSION " + now.text("compression").orElse("default"))
                            .locks(LockMode.ACCESS_EXCLUSIVE));
        }
        if (!old.same(now, "statistics")) {
            steps.add(Step.of(alter + "SET STATISTICS " + now.text("statistics").orElse("-1"))
                    .locks(LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        RelationOptions.change(old.texts("options"), now.texts("options"))
                .forEach(change -> steps.add(Step.of(alter + change).locks(LockMode.SHARE_UPDATE_EXCLUSIVE)));
        return steps;
    }

    /** Before 16 there is no word for the type's own storage. */
    private static String usual(String storage, Attributes column, Situation situation) {
        if (!storage.equals("DEFAULT") || situation.options().serverVersion() >= 16) {
            return storage;
        }
        return TypeFamilies.bare(column.required("type")).equals("numeric") ? "MAIN" : "EXTENDED";
    }
}
