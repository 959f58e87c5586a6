package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.Rename;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a line of commits gave new names: names at its beginning to names at its end. Only what still exists under a new
 * name, or did when it was last renamed, is in it; names of what was made meanwhile may be in it too and mean nothing.
 *
 * @param objects by the name at the beginning
 * @param parts by the object's name at the beginning and the group ({@code columns}, {@code indexes}, …): names of parts
 */
public record Renames(
        SortedMap<ObjectId, ObjectId> objects,
        SortedMap<ObjectId, SortedMap<String, SortedMap<String, String>>> parts) {
    /** No new names. */
    public static final Renames NONE = new Renames(new TreeMap<>(), new TreeMap<>());

    private static final Map<String, String> GROUPS = Map.of(
            "column", "columns",
            "constraint", "constraints",
            "index", "indexes",
            "trigger", "triggers",
            "policy", "policies",
            "rule", "rules");

    public Renames {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> copy = new TreeMap<>();
        parts.forEach((object, groups) -> {
            TreeMap<String, SortedMap<String, String>> inner = new TreeMap<>();
            groups.forEach((group, names) -> inner.put(group, Collections.unmodifiableSortedMap(new TreeMap<>(names))));
            copy.put(object, Collections.unmodifiableSortedMap(inner));
        });
        parts = Collections.unmodifiableSortedMap(copy);
    }

    /** The same followed by one more commit. */
    public Renames then(List<ObjectChange> changes, List<Rename> renames) {
        TreeMap<ObjectId, ObjectId> next = new TreeMap<>(objects);
        TreeMap<ObjectId, ObjectId> moved = new TreeMap<>();
        for (ObjectChange change : changes) {
            change.previous().flatMap(this::origin).ifPresent(origin -> moved.put(origin, change.id()));
            if (change.type() == ObjectChange.Type.DROP) {
                origin(change.id()).ifPresent(next::remove);
            }
        }
        next.putAll(moved);
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> nextParts = new TreeMap<>(parts);
        Renames afterwards = new Renames(next, nextParts);
        for (Rename rename : renames) {
            if (!rename.ofWholeObject()) {
                afterwards.origin(rename.object()).ifPresent(origin -> part(origin, rename, nextParts));
            }
        }
        return new Renames(next, nextParts);
    }

    private void part(
            ObjectId origin, Rename rename, TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> to) {
        String group = GROUPS.getOrDefault(rename.what(), rename.what());
        TreeMap<String, SortedMap<String, String>> groups = new TreeMap<>(to.getOrDefault(origin, new TreeMap<>()));
        TreeMap<String, String> names = new TreeMap<>(groups.getOrDefault(group, new TreeMap<>()));
        // as it was before this commit: two parts may change names with each other
        SortedMap<String, String> before =
                parts.getOrDefault(origin, new TreeMap<>()).getOrDefault(group, new TreeMap<>());
        origin(before, rename.from()).ifPresent(old -> names.put(old, rename.to()));
        groups.put(group, names);
        to.put(origin, groups);
    }

    /** The name at the beginning; empty when it was another's then. */
    private Optional<ObjectId> origin(ObjectId now) {
        return origin(objects, now);
    }

    private static <K> Optional<K> origin(SortedMap<K, K> renames, K now) {
        for (Map.Entry<K, K> entry : renames.entrySet()) {
            if (entry.getValue().equals(now)) {
                return Optional.of(entry.getKey());
            }
        }
        return renames.containsKey(now) ? Optional.empty() : Optional.of(now);
    }

    /** New names of the parts of one group of an object, by their names at the beginning. */
    public SortedMap<String, String> parts(ObjectId object, String group) {
        String known = group.equals("attributes") ? "columns" : group;
        return parts.getOrDefault(object, Collections.emptySortedMap())
                .getOrDefault(known, Collections.emptySortedMap());
    }

    /** What is to be done where the beginning is live, in an order in which each new name is free. */
    public List<Rename> inOrder() {
        return RenameOrder.of(this);
    }

    /** Without new names of what {@code beginning}, the tree at the beginning, does not have. */
    Renames within(SortedMap<ObjectId, Facts> beginning) {
        TreeMap<ObjectId, ObjectId> known = new TreeMap<>(objects);
        known.keySet().retainAll(beginning.keySet());
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> knownParts = new TreeMap<>();
        parts.forEach((object, groups) -> {
            if (beginning.containsKey(object)) {
                JsonNode tree = beginning.get(object).tree();
                TreeMap<String, SortedMap<String, String>> inner = new TreeMap<>();
                groups.forEach((group, names) -> {
                    TreeMap<String, String> there = new TreeMap<>(names);
                    there.keySet()
                            .removeIf(name -> !tree.path(group).has(name)
                                    && !(group.equals("columns")
                                            && tree.path("attributes").has(name)));
                    if (!there.isEmpty()) {
                        inner.put(group, there);
                    }
                });
                knownParts.put(object, inner);
            }
        });
        return new Renames(known, knownParts);
    }

    /** From the end to the beginning. */
    public Renames inverse() {
        TreeMap<ObjectId, ObjectId> back = new TreeMap<>();
        objects.forEach((from, to) -> back.put(to, from));
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> backParts = new TreeMap<>();
        parts.forEach((object, groups) -> {
            TreeMap<String, SortedMap<String, String>> inner = new TreeMap<>();
            groups.forEach((group, names) -> inner.put(group, inverse(names)));
            backParts.put(objects.getOrDefault(object, object), inner);
        });
        return new Renames(back, backParts);
    }

    private static SortedMap<String, String> inverse(SortedMap<String, String> names) {
        TreeMap<String, String> back = new TreeMap<>();
        names.forEach((from, to) -> back.put(to, from));
        return back;
    }

    /** From the beginning of this to the end of {@code next}. */
    public Renames andThen(Renames next) {
        Renames back = inverse();
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> all = new TreeMap<>(parts);
        next.parts.forEach((object, groups) -> {
            ObjectId start = back.objects.getOrDefault(object, object);
            TreeMap<String, SortedMap<String, String>> inner = new TreeMap<>(all.getOrDefault(start, new TreeMap<>()));
            groups.forEach(
                    (group, names) -> inner.put(group, chain(inner.getOrDefault(group, new TreeMap<>()), names)));
            all.put(start, inner);
        });
        return new Renames(chain(objects, next.objects), all);
    }

    private static <K> SortedMap<K, K> chain(SortedMap<K, K> first, SortedMap<K, K> next) {
        TreeMap<K, K> chain = new TreeMap<>(next);
        first.values().forEach(chain::remove);
        first.forEach((from, to) -> chain.put(from, next.getOrDefault(to, to)));
        chain.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return chain;
    }
}
