package io.pggit.core.plan.order;

import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import java.util.List;
import java.util.Set;

/** Whether what uses a changed part can stay while it changes. */
final class StepAside {
    private static final List<Set<String>> LIKE_TYPES = List.of(
            Set.of("smallint", "integer", "bigint"),
            Set.of("text", "character varying"),
            Set.of("timestamp without time zone", "timestamp with time zone"));

    private StepAside() {}

    /** Whether a user stays although what it uses is dropped and created again. */
    static boolean staysOver(PartId used, PartId user) {
        return used.kind() == PartKind.COLUMN && (user.kind() == PartKind.ACCESS || user.kind() == PartKind.INHERITANCE)
                || used.kind() == PartKind.ACCESS;
    }

    /** Whether a user has to go while a column gets another type. PostgreSQL rebuilds indexes and checks itself. */
    static boolean stepsAside(PartId column, PartId user, Situation situation) {
        return switch (user.kind()) {
            case OBJECT, COLUMN, RULE, TRIGGER, POLICY -> true;
            case DEFAULT -> !like(column, situation) || !user.object().equals(column.object());
            case CONSTRAINT ->
                situation.after().attributes(user).text("type").orElse("").equals("foreign_key")
                        && !like(column, situation);
            case INDEX, ACCESS, OWNED_BY, INHERITANCE, ATTACHED_INDEX, STATISTICS -> false;
        };
    }

    private static boolean like(PartId column, Situation situation) {
        String before = family(situation.before(), column);
        String after = family(situation.after(), column);
        return column.object().kind() == ObjectKind.TABLE
                && (before.equals(after)
                        || LIKE_TYPES.stream().anyMatch(types -> types.contains(before) && types.contains(after)));
    }

    private static String family(Side side, PartId column) {
        return side.attributes(column).text("type").orElse("").replaceAll("\\(.*?\\)", "");
    }
}
