package io.pggit.runtime.journal;

/** An audit row has the number of one the journal has from another transaction: the database is not the one it was. */
public final class ConflictingRowException extends JournalException {
    private static final long serialVersionUID = 1L;

    ConflictingRowException(String message) {
        super(message);
    }
}
