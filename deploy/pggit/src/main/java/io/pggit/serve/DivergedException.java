package io.pggit.serve;

/** The database is no continuation of what the journal has: whoever starts an engine again gets a new incarnation. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(String message) {
        super(message);
    }
}
