package io.pggit.core.merge;

import io.pggit.core.facts.ObjectId;
import java.util.List;

/**
 * Something that cannot be, or was on neither side.
 *
 * @param conflict the question it leads to
 * @param lost what is used and no longer there: comes back when the user's side is chosen
 */
record Finding(Conflict conflict, List<Lost> lost) {
    /** An object, or a part of one. */
    record Lost(ObjectId object, List<String> path) {}

    /** Whether PostgreSQL would take it, so that somebody may insist. */
    boolean isTolerable() {
        return switch (conflict.kind()) {
            case DUPLICATE_INDEX, FOREIGN_KEY_TYPES, OVERLAPPING_PARTITIONS -> true;
            case MODIFIED, REMOVED, ADDED, NAME_COLLISION, DANGLING_REFERENCE, TWO_PRIMARY_KEYS, TWO_DEFAULTS -> false;
        };
    }
}
