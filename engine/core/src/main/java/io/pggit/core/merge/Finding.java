package io.pggit.core.merge;

import io.pggit.core.facts.ObjectId;
import java.util.List;

/**
 * Something that cannot be, or was on neither side.
 *
 * @param conflict the question it leads to
 * @param others the other places that have to do with it: whoever chooses a side chooses it for all of them
 */
record Finding(Conflict conflict, List<Place> others) {
    /** About a text of which it cannot be told whether it uses what was renamed. */
    static final String PERHAPS = "it may use what the other side renamed";

    /** An object, or a part of one. */
    record Place(ObjectId object, List<String> path) {}

    /** Whether PostgreSQL may take it, so that somebody may insist. */
    boolean isTolerable() {
        return switch (conflict.kind()) {
            case DUPLICATE_INDEX, FOREIGN_KEY_TYPES, OVERLAPPING_PARTITIONS -> true;
            case DANGLING_REFERENCE -> conflict.about().equals(PERHAPS);
            case MODIFIED, REMOVED, ADDED, NAME_COLLISION, TWO_PRIMARY_KEYS, TWO_DEFAULTS, BUILD_FAILURE -> false;
        };
    }
}
