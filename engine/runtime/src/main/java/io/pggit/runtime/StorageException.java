package io.pggit.runtime;

/** Something the engine keeps on disk could not be read or written. The message says what, which and what to do. */
public abstract class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For subclasses: a failure without a cause. */
    protected StorageException(String message) {
        super(message);
    }

    /** For subclasses: a failure with its cause. */
    protected StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
