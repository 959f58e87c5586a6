package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;

/** What a three-way merge makes of one attribute. An absent attribute is Jackson's missing node. */
public sealed interface AttributeMerge {
    /** Takes the side that left the merge base; the same change on both sides is no conflict. */
    static AttributeMerge of(JsonNode base, JsonNode ours, JsonNode theirs) {
        if (ours.equals(theirs) || theirs.equals(base)) {
            return new Settled(ours);
        }
        return ours.equals(base) ? new Settled(theirs) : new Conflicting(base, ours, theirs);
    }

    /** Hands this outcome to the one method of {@code visitor} that fits it. */
    <R> R accept(Visitor<R> visitor);

    /** The value to write. */
    record Settled(JsonNode value) implements AttributeMerge {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.settled(this);
        }
    }

    /** Both sides changed it, and not alike, so a person chooses. */
    record Conflicting(JsonNode base, JsonNode ours, JsonNode theirs) implements AttributeMerge {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conflicting(this);
        }
    }

    /** Never a default method here: a new case must break every visitor. */
    interface Visitor<R> {
        /** It has one value. */
        R settled(Settled outcome);

        /** It has two. */
        R conflicting(Conflicting outcome);
    }
}
