package io.pggit.core.diff;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * One object that differs between two trees of facts.
 *
 * @param id the object
 * @param side where it is
 * @param attributes what differs, for an object that is on both sides; else empty
 */
public record ObjectDifference(ObjectId id, Side side, List<AttributeChange> attributes) {
    /** Where an object that differs was found. */
    public enum Side {
        /** Only the first tree has it. */
        ONLY_BEFORE,
        /** Only the second tree has it. */
        ONLY_AFTER,
        /** Both have it, with different facts. */
        BOTH
    }

    public ObjectDifference {
        attributes = List.copyOf(attributes);
    }

    /** The objects that differ, in the order of their identities; none when the trees are equal. */
    public static List<ObjectDifference> between(SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after) {
        TreeSet<ObjectId> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<ObjectDifference> differences = new ArrayList<>();
        for (ObjectId id : ids) {
            if (!after.containsKey(id)) {
                differences.add(new ObjectDifference(id, Side.ONLY_BEFORE, List.of()));
            } else if (!before.containsKey(id)) {
                differences.add(new ObjectDifference(id, Side.ONLY_AFTER, List.of()));
            } else {
                changed(id, before, after, differences);
            }
        }
        return List.copyOf(differences);
    }

    private static void changed(
            ObjectId id, Map<ObjectId, Facts> before, Map<ObjectId, Facts> after, List<ObjectDifference> differences) {
        List<AttributeChange> changes = AttributeChange.between(before.get(id), after.get(id));
        if (!changes.isEmpty()) {
            differences.add(new ObjectDifference(id, Side.BOTH, changes));
        }
    }
}
