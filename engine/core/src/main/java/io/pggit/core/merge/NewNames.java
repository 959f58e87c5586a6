package io.pggit.core.merge;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names things of one tree get in another: what {@link ObjectTranslation} writes into facts.
 *
 * @param objects new name of each object of the tree; none for what is left out
 * @param parts by object, as the tree names it, and group: new names of columns and members, where there are such
 * @param byReference the objects by how {@code depends_on} names them
 */
record NewNames(
        SortedMap<ObjectId, ObjectId> objects,
        Map<ObjectId, Map<String, SortedMap<String, String>>> parts,
        Map<String, ObjectId> byReference) {
    private static final Set<ObjectKind> ROUTINES =
            Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

    static NewNames of(
            SortedMap<ObjectId, ObjectId> objects, Map<ObjectId, Map<String, SortedMap<String, String>>> parts) {
        Map<String, ObjectId> byReference = new HashMap<>();
        objects.keySet().forEach(id -> byReference.put(reference(id), id));
        return new NewNames(objects, parts, byReference);
    }

    /** As {@code depends_on} names it: {@code table public.users}. */
    static String reference(ObjectId id) {
        // pg_identify_object leaves no space between argument types
        return id.kind().text() + " " + Names.qualified(id).replace(", ", ",");
    }

    static boolean isRoutine(ObjectId id) {
        return ROUTINES.contains(id.kind());
    }

    boolean changeNothing() {
        boolean sameParts = parts.values().stream()
                .allMatch(groups -> groups.values().stream().allMatch(NewNames::same));
        return sameParts && same(objects);
    }

    private static <K> boolean same(Map<K, K> names) {
        return names.entrySet().stream().allMatch(entry -> entry.getKey().equals(entry.getValue()));
    }

    /** New names of the parts of a group; what is not in it keeps its name, or is left out when {@code total}. */
    SortedMap<String, String> parts(ObjectId object, String group) {
        return parts.getOrDefault(object, Map.of()).getOrDefault(group, Collections.emptySortedMap());
    }

    /** Names of columns that become others. */
    SortedMap<String, String> renamedColumns(ObjectId object) {
        TreeMap<String, String> renamed = new TreeMap<>(parts(object, "columns"));
        renamed.putAll(parts(object, "attributes"));
        renamed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return renamed;
    }

    /** The object that {@code schema.name} means, by whether arguments follow. */
    Optional<ObjectId> named(String schema, String name, boolean routine) {
        // argument types are not looked at: overloaded routines that part ways are told apart by the caller
        return objects.keySet().stream()
                .filter(id -> id.name().equals(name)
                        && id.schema().filter(schema::equals).isPresent()
                        && ROUTINES.contains(id.kind()) == routine)
                .findFirst();
    }
}
