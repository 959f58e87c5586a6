package io.pggit.core.fold;

import io.pggit.core.facts.ObjectId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a commit did to one object.
 *
 * @param type what was done
 * @param id the object, by its name after the commit; for a drop, before it
 * @param previous the name before the commit, where the commit changed it
 */
public record ObjectChange(Type type, ObjectId id, Optional<ObjectId> previous) implements Comparable<ObjectChange> {
    /** What was done to an object. A rename is an alteration. */
    public enum Type {
        /** It is there since. */
        CREATE,
        /** Its facts or its name changed. */
        ALTER,
        /** It is no longer there. */
        DROP;

        /** The spelling of stored and printed changes, such as {@code create}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads that spelling. */
        public static Type of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public int compareTo(ObjectChange other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : type.compareTo(other.type);
    }
}
