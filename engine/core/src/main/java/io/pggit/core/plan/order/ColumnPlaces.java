package io.pggit.core.plan.order;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.order.Action.Deed;
import io.pggit.core.plan.part.Misplaced;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** In which order columns stand: PostgreSQL adds each behind those there are, and moves none. */
public final class ColumnPlaces {
    private ColumnPlaces() {}

    /** Columns that are new should be added in the order in which they shall stand. */
    static void wishes(Side after, Set<Action> planned, BiConsumer<Action, Action> wish) {
        tables(after).forEach(table -> {
            List<Action> added = columns(after, table).stream()
                    .map(name -> new Action(new PartId(table, PartKind.COLUMN, name), Deed.CREATE))
                    .filter(planned::contains)
                    .toList();
            for (int i = 1; i < added.size(); i++) {
                wish.accept(added.get(i - 1), added.get(i));
            }
        });
    }

    /** The tables and composite types that are not made by the plan, and whose columns will not stand as they should. */
    public static List<Misplaced> misplaced(Situation situation, Fates fates) {
        return tables(situation.after())
                .filter(id -> !fates.verb(PartId.of(id)).creates())
                .map(id -> new Misplaced(id, reached(id, situation, fates), columns(situation.after(), id)))
                .filter(table -> !table.columns().equals(table.wanted()))
                .toList();
    }

    private static List<String> reached(ObjectId table, Situation situation, Fates fates) {
        List<String> before = columns(situation.before(), table);
        List<String> wanted = columns(situation.after(), table);
        List<String> added = wanted.stream()
                .filter(name -> !before.contains(name)
                        || fates.verb(new PartId(table, PartKind.COLUMN, name)).creates())
                .toList();
        List<String> reached = new ArrayList<>(before);
        reached.removeIf(name -> !wanted.contains(name));
        reached.removeAll(added);
        reached.addAll(added);
        return reached;
    }

    private static Stream<ObjectId> tables(Side side) {
        return side.parts().keySet().stream()
                .filter(id -> id.kind() == PartKind.OBJECT)
                .map(PartId::object)
                .filter(id -> id.kind() == ObjectKind.TABLE || id.kind() == ObjectKind.TYPE);
    }

    /** Those of a table, or the attributes of a composite type; none of any other. */
    private static List<String> columns(Side side, ObjectId id) {
        return side.object(id).list(id.kind() == ObjectKind.TABLE ? "column_order" : "attribute_order");
    }
}
