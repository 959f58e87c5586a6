package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of views and materialized views, which have few attributes of their own. */
final class ViewColumns {
    private ViewColumns() {}

    /** Whether CREATE OR REPLACE VIEW is allowed: the old columns stay, new ones come behind them. */
    static boolean extend(Attributes old, Attributes now) {
        List<String> before = old.list("column_order");
        List<String> after = now.list("column_order");
        return after.size() >= before.size()
                && after.subList(0, before.size()).equals(before)
                && before.stream().allMatch(name -> {
                    Attributes one = old.member("columns", name);
                    Attributes other = now.member("columns", name);
                    return one.same(other, "type") && one.same(other, "collation");
                });
    }

    /** Defaults, comments, and for materialized views storage. */
    static List<Step> change(PartId id, Attributes old, Attributes now) {
        List<Step> steps = new ArrayList<>();
        now.trees("columns").forEach((name, column) -> {
            Attributes before = old.trees("columns").getOrDefault(name, Attributes.NONE);
            String alter = "ALTER " + Names.statementTarget(id.object()) + " ALTER COLUMN " + Names.quoted(name) + " ";
            if (!before.same(column, "default")) {
                steps.add(Step.of(alter
                        + column.text("default")
                                .map(text -> "SET DEFAULT " + text)
                                .orElse("DROP DEFAULT")));
            }
            if (!before.same(column, "statistics")) {
                steps.add(Step.of(
                        alter + "SET STATISTICS " + column.text("statistics").orElse("-1")));
            }
            if (!before.same(column, "compression")) {
                steps.add(Step.of(
                        alter + "SET COMPRESSION " + column.text("compression").orElse("default")));
            }
            if (!before.same(column, "storage")) {
                steps.add(Step.of(alter + "SET STORAGE "
                        + column.text("storage")
                                .map(text -> text.toUpperCase(Locale.ROOT))
                                .orElse("EXTENDED")));
            }
            steps.addAll(Annotations.change(
                    "COLUMN " + Names.qualified(id.object()) + "." + Names.quoted(name), before, column));
        });
        boolean table = id.object().kind() == ObjectKind.MATERIALIZED_VIEW;
        steps.replaceAll(step -> table ? step : step.locks(LockMode.NONE));
        return steps;
    }
}
