package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;

/** NOT NULL of a column; from PostgreSQL 18 on a constraint with a name. */
public final class NotNull {
    private NotNull() {}

    static List<Step> change(PartId id, Attributes old, Attributes now, Situation situation) {
        if (old.flag("not_null") && !now.flag("not_null")) {
            return List.of(
                    exclusive(ColumnRules.alter(id) + "ALTER COLUMN " + Names.quoted(id.name()) + " DROP NOT NULL"));
        }
        if (!now.flag("not_null")) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        if (!old.flag("not_null")) {
            steps.addAll(set(id, now, situation));
            steps.addAll(comment(id, old, now));
            return steps;
        }
        if (!old.same(now, "not_null_name") && forgets(id, situation)) {
            steps.add(exclusive(ColumnRules.alter(id) + "ALTER COLUMN " + Names.quoted(id.name()) + " DROP NOT NULL"));
        } else if (!old.same(now, "not_null_name")) {
            steps.add(Step.of(ColumnRules.alter(id) + "RENAME CONSTRAINT " + name(id, old) + " TO " + name(id, now))
                    .locks(LockMode.ACCESS_EXCLUSIVE));
        }
        if (old.has("not_null_validated") && !now.has("not_null_validated")) {
            steps.add(validate(id, now));
        } else if (!old.same(now, "not_null_validated") || !old.same(now, "not_null_no_inherit")) {
            if (old.same(now, "not_null_validated")) {
                steps.add(exclusive(ColumnRules.alter(id) + "ALTER CONSTRAINT " + name(id, now)
                        + (now.flag("not_null_no_inherit") ? " NO INHERIT" : " INHERIT")));
            } else {
                steps.add(exclusive(ColumnRules.alter(id) + "DROP CONSTRAINT " + name(id, now)));
                steps.addAll(set(id, now, situation));
            }
        }
        steps.addAll(comment(id, old, now));
        return steps;
    }

    static List<Step> comment(PartId id, Attributes old, Attributes now) {
        String constraint = "CONSTRAINT " + name(id, now) + " ON " + Names.qualified(id.object());
        return Comments.change(constraint, old, now, "not_null_comment");
    }

    /** Whether a column that was NOT NULL by itself gets it from above. */
    public static boolean joins(PartId column, PartId above, Situation situation) {
        return situation.before().attributes(column).flag("not_null")
                && !situation.before().attributes(above).flag("not_null")
                && situation.after().attributes(above).flag("not_null");
    }

    /** Whether a NOT NULL that comes from above on both sides has another name. */
    public static boolean renamesInherited(Part column, Situation situation) {
        Attributes now = situation.after().attributes(column.id());
        boolean above = Situation.origin(situation.before(), column.id())
                .filter(origin -> situation.before().attributes(origin).flag("not_null"))
                .filter(origin -> situation.after().attributes(origin).flag("not_null"))
                .isPresent();
        return above
                && column.attributes().flag("not_null")
                && now.flag("not_null")
                && !column.attributes().same(now, "not_null_name");
    }

    /** A NOT NULL of its own would outlive the one it gets from above; a primary key does not let go of it. */
    private static boolean forgets(PartId id, Situation situation) {
        return Situation.origin(situation.after(), id)
                .filter(above -> !situation.detached().contains(id.object()) && joins(id, above, situation))
                .filter(above -> situation.before().users(id).stream()
                        .noneMatch(user -> situation
                                        .before()
                                        .attributes(user)
                                        .text("type")
                                        .orElse("")
                                        .equals("primary_key")
                                && situation.after().part(user).isPresent()))
                .isPresent();
    }

    private static List<Step> set(PartId id, Attributes now, Situation situation) {
        boolean special = now.has("not_null_name")
                || nameTaken(id, now, situation)
                || now.has("not_null_validated")
                || now.has("not_null_no_inherit");
        boolean online = situation.options().online() && !Situation.hasChildren(situation.after(), id.object());
        String column = Names.quoted(id.name());
        if (special || online && situation.options().serverVersion() >= 18) {
            String add = ColumnRules.alter(id) + "ADD CONSTRAINT " + name(id, now) + " NOT NULL " + column
                    + (now.flag("not_null_no_inherit") ? " NO INHERIT" : "");
            if (now.has("not_null_validated")) {
                return List.of(exclusive(add + " NOT VALID"));
            }
            return online ? List.of(exclusive(add + " NOT VALID"), validate(id, now)) : List.of(scanning(add));
        }
        String set = ColumnRules.alter(id) + "ALTER COLUMN " + column + " SET NOT NULL";
        if (!online) {
            return List.of(scanning(set));
        }
        String check = Names.quoted(id.name() + "__pggit_not_null");
        return List.of(
                exclusive(ColumnRules.alter(id) + "ADD CONSTRAINT " + check + " CHECK (" + column
                        + " IS NOT NULL) NOT VALID"),
                Step.of(ColumnRules.alter(id) + "VALIDATE CONSTRAINT " + check)
                        .locks(LockMode.SHARE_UPDATE_EXCLUSIVE)
                        .rewrites(Rewrite.SCAN)
                        .in(Step.Transaction.NONE),
                exclusive(set),
                exclusive(ColumnRules.alter(id) + "DROP CONSTRAINT " + check));
    }

    private static Step validate(PartId id, Attributes now) {
        return Step.of(ColumnRules.alter(id) + "VALIDATE CONSTRAINT " + name(id, now))
                .locks(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .rewrites(Rewrite.SCAN);
    }

    private static String name(PartId id, Attributes column) {
        return Names.quoted(Part.notNullName(id, column));
    }

    /** From 18 on PostgreSQL chooses a name that no other table of the schema uses. */
    static boolean nameTaken(PartId id, Attributes column, Situation situation) {
        return situation.options().serverVersion() >= 18
                && (nameTaken(id, column, situation.before()) || nameTaken(id, column, situation.after()));
    }

    private static boolean nameTaken(PartId id, Attributes column, Side side) {
        return side.tablesWithNotNull(id.object().schema(), Part.notNullName(id, column)).stream()
                .anyMatch(table -> !table.equals(id.object()));
    }

    private static Step exclusive(String sql) {
        return Step.of(sql).locks(LockMode.ACCESS_EXCLUSIVE);
    }

    private static Step scanning(String sql) {
        return exclusive(sql).rewrites(Rewrite.SCAN).hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK);
    }
}
