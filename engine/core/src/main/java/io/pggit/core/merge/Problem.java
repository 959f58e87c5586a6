package io.pggit.core.merge;

import io.pggit.core.facts.ObjectId;
import java.util.List;

/** Something wrong in one schema; a conflict when it is wrong in the merged one only. */
record Problem(ObjectId object, List<String> path, ConflictKind kind, String about, List<Finding.Place> others) {
    static Problem of(ObjectId object, List<String> path, ConflictKind kind, String about) {
        return new Problem(object, path, kind, about, List.of());
    }
}
