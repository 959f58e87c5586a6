package io.pggit.core.plan.order;

/** What happens to a part between the two sides. */
public enum Verb {
    KEEP,
    CREATE,
    ALTER,
    REPLACE,
    SWAP,
    DROP;

    /** Whether the part of the before side goes. */
    boolean drops() {
        return this == REPLACE || this == DROP;
    }

    /** Whether the part of the after side is made. */
    boolean creates() {
        return this == CREATE || this == REPLACE || this == SWAP;
    }
}
