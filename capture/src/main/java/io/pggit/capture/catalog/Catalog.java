package io.pggit.capture.catalog;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database holds at one moment.
 *
 * @param objects the facts of every object of a modelled kind
 * @param unmodelled the others, such as {@code cast (text AS integer)}
 */
public record Catalog(SortedMap<ObjectId, Facts> objects, SortedSet<String> unmodelled) {
    /** Copies both. */
    public Catalog {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        unmodelled = Collections.unmodifiableSortedSet(new TreeSet<>(unmodelled));
    }
}
