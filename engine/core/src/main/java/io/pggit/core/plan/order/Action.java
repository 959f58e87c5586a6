package io.pggit.core.plan.order;

import io.pggit.core.plan.part.PartId;

/**
 * A node of the graph: one thing done to one part.
 *
 * @param part the part
 * @param deed what is done
 */
public record Action(PartId part, Deed deed) implements Comparable<Action> {
    /** What is done; the order breaks ties: additions early, deletions late. */
    public enum Deed {
        /** Gets another name, so that its successor can have this one. */
        RETIRE,
        CREATE,
        ALTER,
        DROP
    }

    @Override
    public int compareTo(Action other) {
        int byDeed = Boolean.compare(deed == Deed.DROP, other.deed == Deed.DROP);
        if (byDeed != 0) {
            return byDeed;
        }
        int byKind = rank() - other.rank();
        if (byKind != 0) {
            // what was made last goes first
            return deed == Deed.DROP ? -byKind : byKind;
        }
        int byPart = part.compareTo(other.part);
        return byPart != 0 ? byPart : deed.compareTo(other.deed);
    }

    private int rank() {
        return CreationOrder.of(part.object().kind());
    }
}
