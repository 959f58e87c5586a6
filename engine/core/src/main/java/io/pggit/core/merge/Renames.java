package io.pggit.core.merge;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.Rename;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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

    /**
     * The same one by one, in an order in which no new name is still another's; what only changed names with each other is
     * left out.
     */
    public List<Rename> inOrder() {
        List<Rename> all = new ArrayList<>();
        inOrder(objects)
                .forEach((from, to) ->
                        all.add(new Rename(to.kind().text(), to, Names.qualified(from), Names.qualified(to))));
        parts.forEach((object, groups) -> groups.forEach((group, names) -> inOrder(names)
                .forEach((from, to) ->
                        all.add(new Rename(word(group), objects.getOrDefault(object, object), from, to)))));
        return all;
    }

    private static <K> Map<K, K> inOrder(SortedMap<K, K> renames) {
        Map<K, K> order = new LinkedHashMap<>();
        TreeMap<K, K> left = new TreeMap<>(renames);
        left.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (K from : List.copyOf(left.keySet())) {
                if (!left.containsKey(left.get(from))) {
                    order.put(from, left.remove(from));
                    moved = true;
                }
            }
        }
        return order;
    }

    private static String word(String group) {
        return GROUPS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(group))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(group);
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
