package io.pggit.cli.database;

/** A database URL that cannot be used. The message is for the user and holds no password. */
public final class DatabaseUrlException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    DatabaseUrlException(String message) {
        super(message);
    }
}
