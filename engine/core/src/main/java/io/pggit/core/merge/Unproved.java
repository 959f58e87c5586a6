package io.pggit.core.merge;

import io.pggit.core.facts.ObjectId;
import java.util.List;

/**
 * A text merged by line: a candidate, good only if PostgreSQL accepts it.
 *
 * @param object the object, by its name in the merged facts
 * @param path where its text is
 */
public record Unproved(ObjectId object, List<String> path) implements Comparable<Unproved> {
    public Unproved {
        path = List.copyOf(path);
    }

    @Override
    public int compareTo(Unproved other) {
        int byObject = object.compareTo(other.object);
        return byObject != 0 ? byObject : Paths.compare(path, other.path);
    }
}
