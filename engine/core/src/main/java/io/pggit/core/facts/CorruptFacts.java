package io.pggit.core.facts;

/** Facts that no describing function writes. The message names the attribute; whoever reads an object adds its name. */
public final class CorruptFacts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with them. */
    public CorruptFacts(String message) {
        super(message);
    }
}
