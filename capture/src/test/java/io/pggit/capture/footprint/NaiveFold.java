package io.pggit.capture.footprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What audit rows say there is, by the plainest possible reading: an object is what was last said about its key; a dropped
 * key is gone, as an object or as a part of one. Shares no code with the engine's fold, on purpose.
 */
final class NaiveFold {
    private final Map<String, ObjectNode> objects = new TreeMap<>();

    void apply(JsonNode objectsOfRow, JsonNode droppedOfRow) {
        droppedOfRow.forEach(dropped -> {
            if (dropped.required("objsubid").intValue() == 0) {
                drop(key(dropped));
            }
        });
        objectsOfRow.forEach(object -> {
            ObjectNode state = object.deepCopy();
            state.remove("cause");
            objects.put(key(state), state);
        });
    }

    private void drop(String key) {
        objects.remove(key);
        objects.values()
                .forEach(object -> object.path("parts").properties().forEach(group -> {
                    if (!group.getKey().equals("columns")) {
                        new TreeSet<>(group.getValue()
                                        .propertyStream()
                                        .map(Map.Entry::getKey)
                                        .toList())
                                .forEach(name -> dropPart(object, group.getKey(), name, key));
                    }
                }));
        objects.values().forEach(object -> {
            for (String tree : List.of("parts", "facts")) {
                if (object.path(tree) instanceof ObjectNode groups) {
                    List.of("constraints", "indexes", "statistics", "triggers", "policies", "rules")
                            .forEach(group -> {
                                if (groups.path(group).isObject()
                                        && groups.path(group).isEmpty()) {
                                    groups.remove(group);
                                }
                            });
                }
            }
        });
    }

    private static void dropPart(ObjectNode object, String group, String name, String key) {
        ObjectNode members = (ObjectNode) object.get("parts").get(group);
        if (key(members.get(name)).equals(key)) {
            members.remove(name);
            ((ObjectNode) object.get("facts").get(group)).remove(name);
        }
    }

    private static String key(JsonNode node) {
        return node.required("classid").longValue() + "/"
                + node.required("objid").longValue();
    }

    /** Each difference from what is there, one line; then takes over what is there, so that a miss counts once. */
    List<String> compareAndAdopt(List<ObjectNode> live) {
        Map<String, ObjectNode> there = new TreeMap<>();
        live.forEach(object -> there.put(key(object), object));
        // changes to our own schema are recorded, but it is not described
        objects.values()
                .removeIf(object -> object.has("unmodelled")
                        && object.required("identity").textValue().startsWith("pggit"));
        List<String> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(there.keySet());
        keys.addAll(objects.keySet());
        for (String key : keys) {
            if (!objects.containsKey(key)) {
                differences.add("not recorded: " + there.get(key).get("identity"));
            } else if (!there.containsKey(key)) {
                differences.add("not there: " + objects.get(key).get("identity"));
            } else {
                compare(objects.get(key), there.get(key), there.get(key).get("identity") + " ", differences);
            }
        }
        objects.clear();
        objects.putAll(there);
        return differences;
    }

    private static void compare(JsonNode recorded, JsonNode there, String path, List<String> differences) {
        if (recorded.isObject() && there.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            recorded.fieldNames().forEachRemaining(names::add);
            there.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(recorded.path(name), there.path(name), path + "/" + name, differences));
        } else if (!recorded.equals(there)) {
            differences.add(path + ": recorded " + recorded + ", there " + there);
        }
    }
}
