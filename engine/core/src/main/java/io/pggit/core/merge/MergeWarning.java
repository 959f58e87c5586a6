package io.pggit.core.merge;

import io.pggit.core.facts.ObjectId;

/**
 * Something to look at that does not stop a merge.
 *
 * @param object the object, by its name in the merged facts
 * @param text what about it, for people
 */
public record MergeWarning(ObjectId object, String text) implements Comparable<MergeWarning> {
    @Override
    public int compareTo(MergeWarning other) {
        int byObject = object.compareTo(other.object);
        return byObject != 0 ? byObject : text.compareTo(other.text);
    }
}
