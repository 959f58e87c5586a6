package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Optional;

/**
 * A column that a table has of its own and that shall come from the table above and from nowhere else. PostgreSQL merges the two
 * and keeps the own one for good, so the own one goes out of the way under another name, the one from above takes its values, and
 * then it goes.
 */
public final class Adoption {
    private static final String SUFFIX = "__pggit_old";
    private static final int LONGEST_NAME = 63;
    private static final String STAYS = "it stays its own besides being inherited, which PostgreSQL cannot take back";

    private Adoption() {}

    /** Whether a column or check stops being its table's own while its table stays below those it is below. */
    public static boolean wanted(Part after, Situation situation) {
        PartId place = after.id().sibling(PartKind.INHERITANCE, "");
        return situation.before().part(after.id()).isPresent()
                && !situation.before().attributes(after.id()).flag("inherited")
                && after.attributes().flag("inherited")
                && !after.attributes().flag("local")
                && situation.before().attributes(place).has("inherits")
                && situation.before().attributes(place).equals(situation.after().attributes(place));
    }

    /** Why that cannot be done with a column; for people. */
    static Optional<String> obstacle(Part after, Situation situation) {
        Attributes column = after.attributes();
        boolean empty = !situation
                .after()
                .attributes(after.id().sibling(PartKind.DEFAULT, after.id().name()))
                .has("default");
        if (Situation.hasChildren(situation.before(), after.id().object())) {
            return Optional.of(STAYS + ": tables below have it from here");
        }
        if (situation.before().attributes(after.id().whole()).flag("force_row_security")) {
            return Optional.of(STAYS + ": row security may hide rows whose values would have to move");
        }
        return column.flag("not_null") && empty
                ? Optional.of(STAYS + ": added as NOT NULL without a default, it could not take the values later")
                : Optional.empty();
    }

    /** Why a column or check stays its table's own; for people. */
    public static String reason(Part after, Situation situation) {
        return obstacle(after, situation)
                .filter(why -> wanted(after, situation))
                .orElse(STAYS);
    }

    static List<Step> retire(Part column) {
        return List.of(Step.of(ColumnRules.alter(column.id()) + "RENAME COLUMN "
                        + Names.quoted(column.id().name()) + " TO " + retired(column.id()))
                .locks(LockMode.ACCESS_EXCLUSIVE));
    }

    /** Moves the values; triggers of the table are away while it does. */
    static List<Step> fill(Part after, Situation situation) {
        Part before = situation.before().parts().get(after.id());
        if (after.attributes().has("generated")) {
            return List.of();
        }
        String old = before.attributes().required("type");
        String type = after.attributes().required("type");
        Step update = Step.of("UPDATE " + Names.qualified(after.id().object()) + " SET "
                + Names.quoted(after.id().name()) + " = " + ColumnType.converted(retired(after.id()), old, type));
        return List.of(ColumnType.losing(ColumnType.rewriting(update), after.id(), old, type));
    }

    static List<Step> drop(Part column) {
        return List.of(Step.of(ColumnRules.alter(column.id()) + "DROP COLUMN " + retired(column.id()))
                .locks(LockMode.ACCESS_EXCLUSIVE));
    }

    private static String retired(PartId column) {
        String name = column.name();
        return Names.quoted(name.substring(0, Math.min(name.length(), LONGEST_NAME - SUFFIX.length())) + SUFFIX);
    }
}
