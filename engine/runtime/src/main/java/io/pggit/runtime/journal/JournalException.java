package io.pggit.runtime.journal;

import io.pggit.runtime.StorageException;

/** The journal cannot be used: damaged, foreign, in use elsewhere, or of another database. */
public class JournalException extends StorageException {
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
