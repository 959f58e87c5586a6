package io.pggit.servers;

/** A local server did not do what was asked of it. The message says which, what happened and where its log is. */
public final class LocalServerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LocalServerException(String message) {
        super(message);
    }

    LocalServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
