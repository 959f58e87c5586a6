package io.pggit.core.plan.order;

import io.pggit.core.plan.order.Action.Deed;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.rules.NotNull;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What has to come before what where tables inherit, beyond what uses tell. */
final class InheritanceOrder {
    private InheritanceOrder() {}

    static void edges(Situation situation, Predicate<Action> planned, BiConsumer<Action, Action> edge) {
        situation.before().parts().values().stream()
                .filter(part -> part.id().kind() == PartKind.INHERITANCE)
                .forEach(part -> away(part, situation, planned, edge));
        for (Part part : situation.after().parts().values()) {
            PartId id = part.id();
            if (id.kind() == PartKind.ATTACHED_INDEX) {
                completeBeforeUse(part, situation, planned, edge);
            } else if (id.kind() == PartKind.INHERITANCE) {
                keysAfterPartitions(id, part, situation, edge);
            } else {
                Situation.origin(situation.after(), id).ifPresent(above -> {
                    alterations(id, above, situation, edge);
                    boolean placed = !planned.test(new Action(id.sibling(PartKind.INHERITANCE, ""), Deed.CREATE));
                    if (placed
                            && id.kind() == PartKind.CONSTRAINT
                            && part.attributes().flag("inherited")
                            && part.attributes().flag("local")) {
                        edge.accept(new Action(id, Deed.CREATE), new Action(above, Deed.CREATE));
                    }
                });
            }
        }
    }

    /**
     * The index of a partitioned table is valid, and its key can be referenced, when every partition's has been attached. Only a
     * valid one is taken for that of a table above when its own table is attached there.
     */
    private static void completeBeforeUse(
            Part attached, Situation situation, Predicate<Action> planned, BiConsumer<Action, Action> edge) {
        Action completing = new Action(attached.id(), Deed.CREATE);
        attached.uses().stream()
                .filter(used -> !used.object().equals(attached.id().object()))
                .filter(index -> planned.test(new Action(index, Deed.CREATE)))
                .forEach(index -> {
                    situation.after().users(index).stream()
                            .filter(user -> user.kind() != PartKind.ATTACHED_INDEX)
                            .forEach(user -> edge.accept(completing, new Action(user, Deed.CREATE)));
                    if (Situation.origin(situation.after(), index)
                            .filter(above -> !planned.test(new Action(above, Deed.CREATE)))
                            .isPresent()) {
                        edge.accept(completing, new Action(index.sibling(PartKind.INHERITANCE, ""), Deed.CREATE));
                    }
                });
    }

    /** What happens to a table above happens to those below, as long as they are there. */
    private static void away(
            Part inheritance, Situation situation, Predicate<Action> planned, BiConsumer<Action, Action> edge) {
        Action leaving = new Action(inheritance.id(), Deed.DROP);
        recursing(inheritance, situation.after()).forEach(above -> {
            edge.accept(leaving, new Action(above, Deed.CREATE));
            edge.accept(leaving, new Action(above, Deed.ALTER));
        });
        recursing(inheritance, situation.before()).forEach(above -> edge.accept(leaving, new Action(above, Deed.DROP)));
        // an index above becomes valid when the last partition's is attached, not when a partition without one leaves
        onPartitions(inheritance, situation.after())
                .forEach(above -> edge.accept(leaving, new Action(above, Deed.CREATE)));
        if (!planned.test(new Action(inheritance.id().whole(), Deed.DROP))) {
            aboves(inheritance, situation.before())
                    .filter(id -> id.kind() == PartKind.CONSTRAINT)
                    .forEach(above -> edge.accept(leaving, new Action(above, Deed.DROP)));
            situation.before().partsOf(inheritance.id().object()).values().stream()
                    .filter(own -> own.id().kind() == PartKind.CONSTRAINT
                            && own.attributes().flag("inherited"))
                    .forEach(own -> edge.accept(leaving, new Action(own.id(), Deed.DROP)));
        }
        situation.before().partsOf(inheritance.id().object()).keySet().stream()
                .filter(own -> own.kind() == PartKind.COLUMN)
                .forEach(own -> edge.accept(leaving, new Action(own, Deed.ALTER)));
        ForeignKeys.toTreeOf(inheritance.id().object(), situation.before())
                .forEach(key -> edge.accept(
                        new Action(key, Deed.DROP), new Action(inheritance.id().whole(), Deed.DROP)));
        // a new one would point at what is about to leave as well
        ForeignKeys.toTreeOf(inheritance.id().object(), situation.before(), situation.after())
                .forEach(key -> edge.accept(leaving, new Action(key, Deed.CREATE)));
    }

    private static List<PartId> recursing(Part inheritance, Side side) {
        return aboves(inheritance, side)
                .filter(id -> id.kind() == PartKind.COLUMN
                        || id.kind() == PartKind.CONSTRAINT
                                && side.attributes(id).text("type").orElse("").equals("check"))
                .toList();
    }

    /** What a partitioned table makes on each of its partitions: indexes, keys and foreign keys. */
    private static Stream<PartId> onPartitions(Part inheritance, Side side) {
        return inheritance.attributes().has("partition_of")
                ? aboves(inheritance, side)
                        .filter(id -> id.kind() == PartKind.INDEX
                                || id.kind() == PartKind.CONSTRAINT
                                        && !side.attributes(id)
                                                .text("type")
                                                .orElse("")
                                                .equals("check"))
                : Stream.empty();
    }

    private static Stream<PartId> aboves(Part inheritance, Side side) {
        return inheritance.uses().stream()
                .filter(used -> used.kind() == PartKind.OBJECT
                        && !used.object().equals(inheritance.id().object()))
                .flatMap(parent -> side.partsOf(parent.object()).keySet().stream());
    }

    /** A NOT NULL cannot be renamed any more once it is inherited. */
    private static void alterations(PartId id, PartId above, Situation situation, BiConsumer<Action, Action> edge) {
        boolean joins = NotNull.joins(id, above, situation)
                && situation.before().attributes(id).same(situation.after().attributes(id), "type");
        Action own = new Action(id, Deed.ALTER);
        Action first = new Action(above, Deed.ALTER);
        edge.accept(joins ? own : first, joins ? first : own);
    }

    /** A key or index on a partitioned table makes one on each partition, under a name of its own choice. */
    private static void keysAfterPartitions(
            PartId inheritance, Part part, Situation situation, BiConsumer<Action, Action> edge) {
        Action placing = new Action(inheritance, Deed.CREATE);
        onPartitions(part, situation.after()).forEach(id -> edge.accept(placing, new Action(id, Deed.CREATE)));
        recursing(part, situation.after()).forEach(above -> {
            edge.accept(new Action(above, Deed.CREATE), placing);
            edge.accept(new Action(above, Deed.ALTER), placing);
        });
        recursing(part, situation.before()).forEach(above -> edge.accept(new Action(above, Deed.DROP), placing));
        // constraints a table must have before it can be attached
        situation.after().partsOf(inheritance.object()).keySet().stream()
                .filter(id -> id.kind() == PartKind.CONSTRAINT
                        && situation
                                .after()
                                .attributes(id)
                                .text("type")
                                .orElse("")
                                .equals("check"))
                .forEach(id -> edge.accept(new Action(id, Deed.CREATE), placing));
        // of two equal indexes PostgreSQL takes any when it attaches a table
        situation.after().partsOf(inheritance.object()).keySet().stream()
                .filter(id -> id.kind() == PartKind.INDEX
                        && situation
                                .after()
                                .part(id.sibling(PartKind.ATTACHED_INDEX, id.name()))
                                .isEmpty())
                .forEach(id -> edge.accept(placing, new Action(id, Deed.CREATE)));
        // a new table takes over the defaults it finds
        Stream.concat(aboves(part, situation.before()), aboves(part, situation.after()))
                .filter(id -> id.kind() == PartKind.DEFAULT)
                .forEach(id -> List.of(Deed.CREATE, Deed.ALTER, Deed.DROP)
                        .forEach(deed -> edge.accept(new Action(id, deed), placing)));
        // an index that is to go would be taken for that of the table above once more
        situation.before().partsOf(inheritance.object()).keySet().stream()
                .filter(id -> id.kind() == PartKind.INDEX || id.kind() == PartKind.CONSTRAINT)
                .forEach(id -> edge.accept(new Action(id, Deed.DROP), placing));
        aboves(part, situation.before())
                .filter(id -> id.kind() == PartKind.INDEX)
                .forEach(id -> edge.accept(new Action(id, Deed.DROP), placing));
        edge.accept(new Action(inheritance, Deed.DROP), placing);
    }
}
