package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.merge.Renames;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The difference between two trees, as the record of a merge into a branch that is not live carries it. */
final class TreeChanges {
    private final Map<ObjectId, ObjectId> previous = new TreeMap<>();
    private final SortedMap<ObjectId, Facts> before;
    private final SortedMap<ObjectId, Facts> after;
    private final Renames renames;

    /** From one to the other; {@code renames} seen from the first. */
    TreeChanges(SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after, Renames renames) {
        this.before = before;
        this.after = after;
        this.renames = renames;
        renames.objects().forEach((from, to) -> {
            if (before.containsKey(from) && after.containsKey(to)) {
                previous.put(to, from);
            }
        });
    }

    /** Each object that is new, other or gone, with the names it and its parts had before where they had others. */
    ArrayNode json() {
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        before.keySet().stream()
                .filter(id -> !after.containsKey(id) && !previous.containsValue(id))
                .forEach(id -> ObjectJson.write(id, changes.addObject()).putNull("facts"));
        after.forEach((id, facts) -> {
            if (!facts.equals(before.get(id)) || previous.containsKey(id)) {
                ObjectNode change = ObjectJson.write(id, changes.addObject());
                if (previous.containsKey(id)) {
                    ObjectJson.write(previous.get(id), change.putObject("previous"));
                }
                change.set("facts", facts.tree());
                rename(previous.getOrDefault(id, id), change);
            }
        });
        return changes;
    }

    private void rename(ObjectId old, ObjectNode change) {
        var groups = renames.parts().get(old);
        if (groups != null && before.containsKey(old)) {
            ObjectNode renamed = change.putObject("renamed");
            groups.forEach((group, names) -> names.forEach(renamed.withObjectProperty(group)::put));
        }
    }

    /** The same of some objects only. */
    ArrayNode json(Set<ObjectId> some) {
        TreeMap<ObjectId, Facts> then = new TreeMap<>(before);
        TreeMap<ObjectId, Facts> now = new TreeMap<>(after);
        then.keySet().retainAll(some);
        now.keySet().retainAll(some);
        return new TreeChanges(then, now, renames).json();
    }

    /** Number of objects that are new, other or gone. */
    int objects() {
        return json().size();
    }

    /** Number of tables among them. */
    int tables() {
        int tables = 0;
        for (var change : json()) {
            tables += change.path("kind").asText().equals(ObjectKind.TABLE.text()) ? 1 : 0;
        }
        return tables;
    }
}
