package io.pggit.core.plan.part;

import java.util.List;

/** How a part gets from one side's attributes to the other's. */
public sealed interface Change {
    /** Hands this way to the method of {@code visitor} that fits it. */
    <R> R accept(Visitor<R> visitor);

    /** By statements that leave the part where it is. */
    static Change inPlace(List<Step> steps) {
        return new InPlace(steps, Reach.ITSELF);
    }

    /** Dropped and created again. */
    static Change replace() {
        return new Replace();
    }

    /** Who notices a change in place. */
    enum Reach {
        /** Nobody. */
        ITSELF,
        /** The part gets another type: what was compiled against the old one has to step aside. */
        USERS
    }

    /**
     * Changed where it is.
     *
     * @param steps the statements, in order
     * @param reach who else is touched
     */
    record InPlace(List<Step> steps, Reach reach) implements Change {
        /** Copies {@code steps}. */
        public InPlace {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inPlace(this);
        }
    }

    /** Dropped, with all that uses it, and created again. */
    record Replace() implements Change {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replace(this);
        }
    }

    /** Moved out of the way under another name until its users have been changed over, then dropped. */
    record Swap() implements Change {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.swap(this);
        }
    }

    /**
     * Not planned.
     *
     * @param reason for people
     */
    record Refuse(String reason) implements Change {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refuse(this);
        }
    }

    /** Never a default method here: a new way must break every visitor. */
    interface Visitor<R> {
        R inPlace(InPlace change);

        R replace(Replace change);

        R swap(Swap change);

        R refuse(Refuse change);
    }
}
