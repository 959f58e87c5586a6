package io.pggit.core.fold;

import io.pggit.core.audit.ObjectKey;
import io.pggit.core.facts.ObjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The state inside a transaction: what was there before, overlaid with what the rows read so far changed. */
final class WorkingState {
    private final FoldState base;
    /** What was read of the base, which may be slow to ask. */
    private final Map<ObjectKey, Optional<TrackedObject>> original = new HashMap<>();

    private final TreeMap<ObjectKey, Optional<TrackedObject>> objects = new TreeMap<>();
    private final Map<ObjectId, Optional<ObjectKey>> holders = new HashMap<>();
    private final Map<ObjectKey, Optional<ObjectKey>> owners = new HashMap<>();

    WorkingState(FoldState base) {
        this.base = base;
    }

    Optional<TrackedObject> object(ObjectKey key) {
        Optional<TrackedObject> changed = objects.get(key);
        return changed != null ? changed : original(key);
    }

    private Optional<TrackedObject> original(ObjectKey key) {
        return original.computeIfAbsent(key, base::object);
    }

    Optional<ObjectKey> holder(ObjectId id) {
        Optional<ObjectKey> changed = holders.get(id);
        return changed != null ? changed : base.holder(id);
    }

    Optional<ObjectKey> owner(ObjectKey part) {
        Optional<ObjectKey> changed = owners.get(part);
        return changed != null ? changed : base.owner(part);
    }

    void put(ObjectKey key, TrackedObject object) {
        forget(key);
        objects.put(key, Optional.of(object));
        holders.put(object.id(), Optional.of(key));
        object.parts()
                .members()
                .values()
                .forEach(members -> members.values().forEach(part -> owners.put(part, Optional.of(key))));
    }

    void remove(ObjectKey key) {
        forget(key);
        objects.put(key, Optional.empty());
    }

    private void forget(ObjectKey key) {
        object(key).ifPresent(previous -> {
            if (holder(previous.id()).equals(Optional.of(key))) {
                holders.put(previous.id(), Optional.empty());
            }
            previous.parts()
                    .members()
                    .values()
                    .forEach(members -> members.values().forEach(part -> owners.put(part, Optional.empty())));
        });
    }

    /** The objects that are not as they were before the transaction. */
    SortedMap<ObjectKey, Optional<TrackedObject>> changed() {
        TreeMap<ObjectKey, Optional<TrackedObject>> changed = new TreeMap<>(objects);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(original(entry.getKey())));
        return changed;
    }
}
