package io.pggit.core.merge;

import java.util.Locale;

/** Why a merge needs a decision. */
public enum ConflictKind {
    /** Both sides changed it, and not alike; also two new names for one thing. */
    MODIFIED,
    /** One side removed what the other changed or renamed. */
    REMOVED,
    /** Both sides made it, and not alike. */
    ADDED,
    /** Two things would bear one name. */
    NAME_COLLISION,
    /** It uses what is no longer there, or in a way that cannot be proved what the other side renamed. */
    DANGLING_REFERENCE,
    /** A table would have two primary keys. */
    TWO_PRIMARY_KEYS,
    /** A column would have two of default, identity and generation expression. */
    TWO_DEFAULTS,
    /** Two indexes would be alike but for their names. */
    DUPLICATE_INDEX,
    /** A foreign key would join columns of types neither side joined. */
    FOREIGN_KEY_TYPES,
    /** Two partitions would claim the same rows. */
    OVERLAPPING_PARTITIONS,
    /** PostgreSQL refuses what came of merging a text by line. */
    BUILD_FAILURE;

    /** The spelling for people and programs, such as {@code name_collision}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
