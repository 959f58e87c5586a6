package io.pggit.core.fold;

import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.Parts;
import io.pggit.core.event.Operation;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What one transaction did on one branch: what its commands tell, and each object it touched, before and after. */
final class BranchChanges {
    final CommandSummary commands = new CommandSummary();
    final Set<String> unmodelled = new LinkedHashSet<>();
    /** Whether a command named an unmodelled object: a change, although no fact shows it. */
    boolean unmodelledChange;

    private final TreeMap<ObjectKey, Optional<TrackedObject>> before = new TreeMap<>();
    private final TreeMap<ObjectKey, Optional<TrackedObject>> after = new TreeMap<>();

    final TreeMap<ObjectId, Optional<Facts>> tree = new TreeMap<>();
    final List<ObjectChange> changes = new ArrayList<>();
    final List<Rename> renames = new ArrayList<>();
    final List<PartChange> parts = new ArrayList<>();
    private final Set<ObjectId> compared = new HashSet<>();

    /** Notes one step of an object. */
    void step(ObjectKey key, Optional<TrackedObject> from, Optional<TrackedObject> to) {
        before.putIfAbsent(key, from);
        after.put(key, to);
    }

    /** Notes changes of a tree that is not live: its objects have no keys, so each gets one that PostgreSQL never gives. */
    void take(List<Operation.TreeChange> tree, Function<ObjectId, Optional<Facts>> recorded) {
        for (Operation.TreeChange change : tree) {
            ObjectId old = change.previous().orElse(change.id());
            step(
                    new ObjectKey(0, before.size() + 1L),
                    recorded.apply(old)
                            .map(facts -> new TrackedObject(old, facts, numbered(change, Map.Entry::getKey))),
                    change.facts()
                            .map(facts ->
                                    new TrackedObject(change.id(), facts, numbered(change, Map.Entry::getValue))));
        }
    }

    /** The parts that have new names, by the numbers they would have in common before and after. */
    private static Parts numbered(Operation.TreeChange change, Function<Map.Entry<String, String>, String> name) {
        TreeMap<String, Integer> columns = new TreeMap<>();
        TreeMap<String, SortedMap<String, ObjectKey>> members = new TreeMap<>();
        change.renamed().forEach((group, names) -> {
            TreeMap<String, ObjectKey> keys = new TreeMap<>();
            for (Map.Entry<String, String> renamed : names.entrySet()) {
                if (group.equals("columns")) {
                    columns.put(name.apply(renamed), columns.size() + 1);
                } else {
                    keys.put(name.apply(renamed), new ObjectKey(0, keys.size() + 1L));
                }
            }
            members.put(group, keys);
        });
        members.remove("columns");
        return new Parts(columns, members);
    }

    /** Draws the balance of all steps; called once, when every command has been read. */
    void settle() {
        TreeMap<ObjectId, Facts> gone = new TreeMap<>();
        TreeMap<ObjectId, Facts> come = new TreeMap<>();
        before.forEach((key, from) -> settle(from, after.get(key), gone, come));
        gone.forEach((id, facts) -> {
            if (!come.containsKey(id)) {
                changes.add(new ObjectChange(ObjectChange.Type.DROP, id, Optional.empty()));
                tree.putIfAbsent(id, Optional.empty());
            }
        });
        come.forEach((id, facts) -> {
            if (!facts.equals(gone.get(id))) {
                ObjectChange.Type type = gone.containsKey(id) ? ObjectChange.Type.ALTER : ObjectChange.Type.CREATE;
                changes.add(new ObjectChange(type, id, Optional.empty()));
                if (type == ObjectChange.Type.ALTER && !compared.contains(id)) {
                    TrackedObject dropped = new TrackedObject(id, gone.get(id), Parts.NONE);
                    TrackedObject made = new TrackedObject(id, facts, Parts.NONE);
                    parts.addAll(PartChange.between(dropped, made, List.of()));
                }
            }
            tree.put(id, Optional.of(facts));
        });
        tree.entrySet()
                .removeIf(entry -> entry.getValue().isPresent()
                        && entry.getValue().equals(Optional.ofNullable(gone.get(entry.getKey()))));
        changes.sort(null);
    }

    private void settle(
            Optional<TrackedObject> from,
            Optional<TrackedObject> to,
            TreeMap<ObjectId, Facts> gone,
            TreeMap<ObjectId, Facts> come) {
        if (from.isEmpty() || to.isEmpty()) {
            from.ifPresent(object -> gone.put(object.id(), object.facts()));
            to.ifPresent(object -> come.put(object.id(), object.facts()));
            return;
        }
        TrackedObject old = from.get();
        TrackedObject now = to.get();
        List<Rename> newNames = Rename.between(old, now);
        renames.addAll(newNames);
        parts.addAll(PartChange.between(old, now, newNames));
        compared.add(now.id());
        if (old.id().equals(now.id())) {
            gone.put(old.id(), old.facts());
            come.put(now.id(), now.facts());
        } else {
            changes.add(new ObjectChange(ObjectChange.Type.ALTER, now.id(), Optional.of(old.id())));
            tree.put(now.id(), Optional.of(now.facts()));
            tree.putIfAbsent(old.id(), Optional.empty());
        }
    }

    boolean isEmpty() {
        return changes.isEmpty() && renames.isEmpty() && !unmodelledChange;
    }
}
