package io.pggit.core.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parts of an object by PostgreSQL's own numbers, so that a renamed column is seen as renamed.
 *
 * @param columns attribute number by column name (also the attributes of a composite type)
 * @param members by group ({@code constraints}, {@code indexes}, {@code triggers}, {@code policies}, {@code rules}):
 *     key by name
 */
public record Parts(SortedMap<String, Integer> columns, SortedMap<String, SortedMap<String, ObjectKey>> members) {
    /** An object without parts. */
    public static final Parts NONE = new Parts(new TreeMap<>(), new TreeMap<>());

    public Parts {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        TreeMap<String, SortedMap<String, ObjectKey>> copy = new TreeMap<>();
        members.forEach((group, keys) -> copy.put(group, Collections.unmodifiableSortedMap(new TreeMap<>(keys))));
        members = Collections.unmodifiableSortedMap(copy);
    }
}
