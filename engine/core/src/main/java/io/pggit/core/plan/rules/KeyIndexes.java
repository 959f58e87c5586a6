package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Situation;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keys that take over an index: where a unique index shall go and a key of the same columns come, PostgreSQL gives the index to
 * the key, with its name, and builds nothing (ALTER TABLE, {@code ADD table_constraint_using_index}).
 */
public final class KeyIndexes {
    private KeyIndexes() {}

    /** The index that a key takes over; empty when it has to build one. */
    static Optional<PartId> takenOver(Part key, Situation situation) {
        return Optional.ofNullable(takenOver(key.id().object(), situation).get(key.id()));
    }

    /** Whether some key takes an index over, which then need not be dropped. */
    public static boolean isTakenOver(PartId index, Situation situation) {
        return index.kind() == PartKind.INDEX
                && takenOver(index.object(), situation).containsValue(index);
    }

    /** The indexes by the keys that take them over; one of several equal ones serves one key. */
    private static SortedMap<PartId, PartId> takenOver(ObjectId table, Situation situation) {
        if (table.kind() != ObjectKind.TABLE || !stays(table, situation)) {
            return Collections.emptySortedMap();
        }
        SortedMap<PartId, PartId> found = new TreeMap<>();
        situation.after().partsOf(table).forEach((id, key) -> {
            if (id.kind() == PartKind.CONSTRAINT && situation.before().part(id).isEmpty() && isPlainKey(key)) {
                situation.before().partsOf(table).keySet().stream()
                        .filter(index -> index.kind() == PartKind.INDEX && !found.containsValue(index))
                        .filter(index -> serves(index, key, situation))
                        .findFirst()
                        .ifPresent(index -> found.put(id, index));
            }
        });
        return found;
    }

    private static boolean stays(ObjectId table, Situation situation) {
        PartId whole = PartId.of(table);
        return situation.before().part(whole).isPresent()
                && situation.before().attributes(whole).equals(situation.after().attributes(whole))
                && !situation.detached().contains(table)
                && !Situation.partitioned(situation.after(), table);
    }

    private static boolean isPlainKey(Part key) {
        Attributes own = key.attributes();
        return Set.of("primary_key", "unique").contains(own.text("type").orElse(""))
                && own.tree("index").isEmpty()
                && !own.text("definition").orElse("").contains(" WITHOUT OVERLAPS");
    }

    private static boolean serves(PartId index, Part key, Situation situation) {
        KeyText text = KeyText.of(key);
        String definition = "CREATE UNIQUE INDEX " + Names.quoted(index.name()) + " ON "
                + Names.qualified(index.object()) + " USING btree" + text.columns() + text.distinct();
        return situation.after().part(index).isEmpty()
                && situation.before().attributes(index).names().equals(List.of("definition"))
                && situation.before().attributes(index).required("definition").equals(definition)
                && key.uses().stream()
                        .filter(used ->
                                used.kind() == PartKind.COLUMN && used.object().equals(index.object()))
                        .allMatch(column -> stays(column, situation))
                && !isWanted(index, situation);
    }

    /** A column that is made anew takes its indexes with it. */
    private static boolean stays(PartId column, Situation situation) {
        return situation
                .before()
                .attributes(column)
                .sameBut(
                        situation.after().attributes(column),
                        "not_null",
                        "not_null_name",
                        "not_null_validated",
                        "not_null_no_inherit",
                        "not_null_comment",
                        "comment");
    }

    /** Whether something else is to have the name of an index, which is free only once the key has taken it over. */
    private static boolean isWanted(PartId index, Situation situation) {
        return situation.after().parts().keySet().stream()
                .filter(id -> id.object().schema().equals(index.object().schema()))
                .anyMatch(id -> switch (id.kind()) {
                    case OBJECT -> id.object().name().equals(index.name());
                    case INDEX, CONSTRAINT ->
                        id.name().equals(index.name()) && !id.object().equals(index.object());
                    default -> false;
                });
    }
}
