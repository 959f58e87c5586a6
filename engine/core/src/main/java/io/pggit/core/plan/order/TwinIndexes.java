package io.pggit.core.plan.order;

import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Situation;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Of two equal indexes on a table PostgreSQL takes the older one when the table is attached as a partition. Where that
 * is not the one that shall be attached, it has to be away for a moment.
 */
final class TwinIndexes {
    private TwinIndexes() {}

    static SortedSet<PartId> of(Situation situation, Fates fates) {
        SortedSet<PartId> twins = new TreeSet<>();
        situation.after().parts().keySet().stream()
                .filter(id -> id.kind() == PartKind.ATTACHED_INDEX)
                .filter(id -> fates.verb(id.sibling(PartKind.INHERITANCE, "")).creates())
                .map(id -> id.sibling(PartKind.INDEX, id.name()))
                .filter(id -> fates.verb(id).creates())
                .forEach(attached -> situation.after().partsOf(attached.object()).keySet().stream()
                        .filter(id -> id.kind() == PartKind.INDEX && fates.verb(id) == Verb.KEEP)
                        .filter(id -> definition(id, situation).equals(definition(attached, situation)))
                        .forEach(twins::add));
        return twins;
    }

    private static String definition(PartId index, Situation situation) {
        return situation
                .after()
                .attributes(index)
                .text("definition")
                .orElse("")
                .replaceFirst("INDEX .*? ON ", "INDEX ON ");
    }
}
