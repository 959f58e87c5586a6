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

/** A column's change of type or collation. */
final class ColumnType {
    private ColumnType() {}

    static List<Step> change(Part before, Part after, Situation situation) {
        PartId id = after.id();
        if (situation.leader(id).isPresent()
                && Situation.origin(situation.before(), id).isPresent()) {
            return List.of();
        }
        String name = Names.quoted(id.name());
        String type = after.attributes().required("type");
        String old = before.attributes().required("type");
        StringBuilder sql =
                new StringBuilder(ColumnRules.alter(id) + "ALTER COLUMN " + name + " SET DATA TYPE " + type);
        after.attributes()
                .text("collation")
                .ifPresent(c -> sql.append(" COLLATE ").append(c));
        if (!after.attributes().has("generated")) {
            sql.append(conversion(name, old, type));
        }
        Step step = Step.of(sql.toString()).locks(LockMode.ACCESS_EXCLUSIVE);
        if (TypeFamilies.keepsRows(old, type) && before.attributes().same(after.attributes(), "collation")) {
            return List.of(step);
        }
        Step rewriting = rewriting(step);
        return List.of(
                TypeFamilies.narrows(old, type)
                        ? rewriting.loses("values of column " + name + " of " + Names.qualified(id.object())
                                + " that do not fit " + type)
                        : rewriting);
    }

    static Step rewriting(Step step) {
        return step.rewrites(Rewrite.TABLE)
                .hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK)
                .hazard(Hazard.IMPACTS_DATABASE_PERFORMANCE);
    }

    private static String conversion(String column, String old, String type) {
        String from = TypeFamilies.bare(old);
        String to = TypeFamilies.bare(type);
        if (from.equals(to) && !from.contains(".") || TypeFamilies.assignable(from, to)) {
            return "";
        }
        if (TypeFamilies.numeric(from) && to.startsWith("timestamp")) {
            return " USING to_timestamp(" + column + "::double precision)"
                    + (to.equals("timestamp with time zone") ? "" : " AT TIME ZONE 'UTC'");
        }
        if (from.startsWith("timestamp") && TypeFamilies.numeric(to)) {
            return " USING extract(epoch FROM " + column + ")::" + type;
        }
        String text = from.endsWith("[]") && to.endsWith("[]") ? "text[]" : "text";
        return TypeFamilies.castable(from, to)
                ? " USING " + column + "::" + type
                : " USING " + column + "::" + text + "::" + type;
    }
}
