package io.pggit.core.plan;

import io.pggit.core.plan.Action.Deed;
import java.util.function.BiConsumer;

/** What has to come before what where tables inherit, beyond what uses tell. */
final class InheritanceOrder {
    private InheritanceOrder() {}

    static void edges(Situation situation, BiConsumer<Action, Action> edge) {
        for (Part part : situation.after().parts().values()) {
            PartId id = part.id();
            if (id.kind() == PartKind.INHERITANCE) {
                keysAfterPartitions(id, part, situation, edge);
            } else {
                Situation.origin(situation.after(), id).ifPresent(above -> {
                    edge.accept(new Action(above, Deed.ALTER), new Action(id, Deed.ALTER));
                    if (id.kind() == PartKind.CONSTRAINT && part.attributes().flag("inherited")
                            && part.attributes().flag("local")) {
                        edge.accept(new Action(id, Deed.CREATE), new Action(above, Deed.CREATE));
                    }
                });
            }
        }
    }

    /** A key or index on a partitioned table makes one on each partition, under a name of its own choice. */
    private static void keysAfterPartitions(
            PartId inheritance, Part part, Situation situation, BiConsumer<Action, Action> edge) {
        Action placing = new Action(inheritance, Deed.CREATE);
        part.uses().stream()
                .filter(used -> used.kind() == PartKind.OBJECT && !used.object().equals(inheritance.object()))
                .flatMap(parent -> situation.after().partsOf(parent.object()).keySet().stream())
                .filter(id -> id.kind() == PartKind.INDEX
                        || id.kind() == PartKind.CONSTRAINT
                                && !situation.after().attributes(id).text("type").orElse("").equals("check"))
                .forEach(id -> edge.accept(placing, new Action(id, Deed.CREATE)));
        // constraints a table must have before it can be attached
        situation.after().partsOf(inheritance.object()).keySet().stream()
                .filter(id -> id.kind() == PartKind.CONSTRAINT
                        && situation.after().attributes(id).text("type").orElse("").equals("check"))
                .forEach(id -> edge.accept(new Action(id, Deed.CREATE), placing));
        edge.accept(new Action(inheritance, Deed.DROP), placing);
    }
}
