package io.pggit.core.merge;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One side of a merge.
 *
 * @param objects its tree of facts
 * @param renames what it gave new names since the merge base
 */
public record MergeSide(SortedMap<ObjectId, Facts> objects, Renames renames) {
    public MergeSide {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /** A side that renamed nothing. */
    public static MergeSide of(SortedMap<ObjectId, Facts> objects) {
        return new MergeSide(objects, Renames.NONE);
    }
}
