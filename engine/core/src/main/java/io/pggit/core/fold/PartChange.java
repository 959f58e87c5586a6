package io.pggit.core.fold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a commit did to one part of an object that was there before and after it.
 *
 * @param object the object, by its name after the commit
 * @param what {@code column}, {@code constraint}, {@code index}, {@code trigger}, {@code policy} or {@code rule}; or
 *     {@code attribute} for what the object itself has, such as its owner
 * @param name the part's name after the commit; for a drop, before it
 * @param type what was done
 * @param previous the name before, where the commit changed it
 */
public record PartChange(ObjectId object, String what, String name, ObjectChange.Type type, Optional<String> previous) {
    /** Parts of one kind, by the group that holds them in facts. */
    private static final Map<String, String> GROUPS = Map.of(
            "columns", "column",
            "attributes", "column",
            "constraints", "constraint",
            "indexes", "index",
            "triggers", "trigger",
            "policies", "policy",
            "rules", "rule");

    /** What follows from other attributes. */
    private static final Set<String> DERIVED = Set.of("column_order", "attribute_order", "depends_on", "uses");

    /** The word for the parts of a group of facts; empty for what is no such group. */
    public static Optional<String> word(String group) {
        return Optional.ofNullable(GROUPS.get(group));
    }

    /** The parts in which two states of one object differ, in a fixed order. */
    static List<PartChange> between(TrackedObject before, TrackedObject after, List<Rename> renames) {
        List<PartChange> changes = new ArrayList<>();
        JsonNode old = before.facts().view();
        JsonNode now = after.facts().view();
        for (String name : names(old, now)) {
            String what = GROUPS.get(name);
            if (what != null) {
                Map<String, String> newNames = new HashMap<>();
                renames.stream()
                        .filter(rename ->
                                rename.what().equals(what) && rename.object().equals(after.id()))
                        .forEach(rename -> newNames.put(rename.from(), rename.to()));
                parts(after.id(), what, old.path(name), now.path(name), newNames, changes);
            } else if (!DERIVED.contains(name) && !old.path(name).equals(now.path(name))) {
                changes.add(new PartChange(
                        after.id(), "attribute", name, type(old.path(name), now.path(name)), Optional.empty()));
            }
        }
        return changes;
    }

    private static void parts(
            ObjectId object,
            String what,
            JsonNode before,
            JsonNode after,
            Map<String, String> newNames,
            List<PartChange> changes) {
        Map<String, String> oldNames = new HashMap<>();
        newNames.forEach((from, to) -> oldNames.put(to, from));
        before.fieldNames().forEachRemaining(name -> {
            if (!newNames.containsKey(name)) {
                oldNames.putIfAbsent(name, name);
            }
        });
        for (String name : names(before, after)) {
            if (after.has(name)) {
                Optional<String> was = Optional.ofNullable(oldNames.get(name));
                JsonNode from = was.map(before::path).orElseGet(MissingNode::getInstance);
                if (!from.equals(after.path(name)) || was.filter(name::equals).isEmpty()) {
                    Optional<String> previous = was.filter(other -> !other.equals(name));
                    changes.add(new PartChange(object, what, name, type(from, after.path(name)), previous));
                }
            } else if (!newNames.containsKey(name)) {
                changes.add(new PartChange(object, what, name, ObjectChange.Type.DROP, Optional.empty()));
            }
        }
    }

    private static ObjectChange.Type type(JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return ObjectChange.Type.CREATE;
        }
        return after.isMissingNode() ? ObjectChange.Type.DROP : ObjectChange.Type.ALTER;
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
