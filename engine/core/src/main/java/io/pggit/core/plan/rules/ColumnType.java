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
            String value = converted(name, old, type);
            sql.append(value.equals(name) ? "" : " USING " + value);
        }
        Step step = Step.of(sql.toString()).locks(LockMode.ACCESS_EXCLUSIVE);
        if (TypeFamilies.keepsRows(old, type) && before.attributes().same(after.attributes(), "collation")) {
            return List.of(step);
        }
        return List.of(losing(rewriting(step), id, old, type));
    }

    /** Says what is lost where not every value fits the new type. */
    static Step losing(Step step, PartId id, String old, String type) {
        return TypeFamilies.narrows(old, type)
                ? step.loses("values of column " + Names.quoted(id.name()) + " of " + Names.qualified(id.object())
                        + " that do not fit " + type)
                : step;
    }

    static Step rewriting(Step step) {
        return step.rewrites(Rewrite.TABLE)
                .hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK)
                .hazard(Hazard.IMPACTS_DATABASE_PERFORMANCE);
    }

    /** A column's value as one of another type; the column itself where assigning it is enough. */
    static String converted(String column, String old, String type) {
        String from = TypeFamilies.bare(old);
        String to = TypeFamilies.bare(type);
        if (from.equals(to) && !from.contains(".") || TypeFamilies.assignable(from, to)) {
            return column;
        }
        if (TypeFamilies.numeric(from) && to.startsWith("timestamp")) {
            return "to_timestamp(" + column + "::double precision)"
                    + (to.equals("timestamp with time zone") ? "" : " AT TIME ZONE 'UTC'");
        }
        if (from.startsWith("timestamp") && TypeFamilies.numeric(to)) {
            return "extract(epoch FROM " + column + ")::" + type;
        }
        String text = from.endsWith("[]") && to.endsWith("[]") ? "text[]" : "text";
        return TypeFamilies.castable(from, to) ? column + "::" + type : column + "::" + text + "::" + type;
    }
}
