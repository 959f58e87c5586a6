package io.pggit.core.facts;

/** Facts that no describing function writes. The message names the attribute, and the object as soon as it is known. */
public final class CorruptFacts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean placed;

    /** What is wrong with them. */
    public CorruptFacts(String message) {
        super(message);
        this.placed = false;
    }

    private CorruptFacts(String place, CorruptFacts cause) {
        super(place + ": " + cause.getMessage(), cause);
        this.placed = true;
    }

    /**
     * The same, with the name of what it was found in; unchanged where that is known already.
     *
     * @param place such as {@code column total of TABLE public.orders}
     */
    public CorruptFacts in(String place) {
        return placed ? this : new CorruptFacts(place, this);
    }
}
