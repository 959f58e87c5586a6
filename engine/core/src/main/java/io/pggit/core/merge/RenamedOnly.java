package io.pggit.core.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds texts of one side that differ from the merge base by nothing but the side's own new names. */
final class RenamedOnly {
    private RenamedOnly() {}

    /** Looks at the texts that could not be given all new names; those are named as in the merge. */
    static Set<Unproved> find(
            SortedMap<ObjectId, ObjectNode> base,
            SortedMap<ObjectId, ObjectNode> side,
            Frame.Tree baseTree,
            Frame.Tree sideTree) {
        Set<Unproved> found = new HashSet<>();
        if (baseTree.unproved().isEmpty()) {
            return found;
        }
        Map<ObjectId, ObjectId> toSide = inverse(sideTree.names().objects());
        TreeMap<ObjectId, ObjectId> objects = new TreeMap<>();
        Map<ObjectId, Map<String, SortedMap<String, String>>> parts = new HashMap<>();
        baseTree.names().objects().forEach((from, merged) -> {
            ObjectId now = toSide.get(merged);
            if (now != null) {
                objects.put(from, now);
                for (String group : Frame.GROUPS) {
                    Map<String, String> back = inverse(sideTree.names().parts(now, group));
                    TreeMap<String, String> names =
                            new TreeMap<>(baseTree.names().parts(from, group));
                    names.values().retainAll(back.keySet());
                    names.replaceAll((name, inMerge) -> back.get(inMerge));
                    parts.computeIfAbsent(from, id -> new HashMap<>()).put(group, names);
                }
            }
        });
        NewNames names = NewNames.of(objects, parts);
        TextTranslation texts = new TextTranslation(names);
        Map<ObjectId, ObjectId> toBase = inverse(baseTree.names().objects());
        baseTree.unproved().forEach((merged, paths) -> {
            ObjectId from = toBase.get(merged);
            if (objects.containsKey(from)) {
                ObjectNode renamed = ObjectTranslation.of(names, texts, from, base.get(from), new HashSet<>());
                ObjectNode now = side.get(objects.get(from));
                paths.stream()
                        .filter(path -> {
                            List<String> inSide = inSide(path, sideTree.names(), objects.get(from));
                            return Paths.get(renamed, inSide).equals(Paths.get(now, inSide));
                        })
                        .forEach(path -> found.add(new Unproved(merged, path)));
            }
        });
        return found;
    }

    private static <K> Map<K, K> inverse(Map<K, K> names) {
        Map<K, K> inverse = new HashMap<>();
        names.forEach((from, to) -> inverse.put(to, from));
        return inverse;
    }

    private static List<String> inSide(List<String> path, NewNames side, ObjectId object) {
        if (path.size() < 2 || !Frame.GROUPS.contains(path.get(0))) {
            return path;
        }
        List<String> inSide = new java.util.ArrayList<>(path);
        inSide.set(1, inverse(side.parts(object, path.get(0))).getOrDefault(path.get(1), path.get(1)));
        return inSide;
    }
}
