package io.pggit.runtime.repository;

import io.pggit.runtime.StorageException;

/** The repository cannot be read or written. It is a projection: the journal can always make it again. */
public final class RepositoryException extends StorageException {
    private static final long serialVersionUID = 1L;

    RepositoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
