package io.pggit.runtime.repository;

/** A revision names no commit, or more than one. */
public final class RevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a revision names no commit. */
    public enum Reason {
        /** It is not spelled as a revision. */
        MALFORMED,
        /** No branch and no commit is called so. */
        UNKNOWN,
        /** Several commit ids begin so. */
        AMBIGUOUS,
        /** It goes back past the first commit, or to a parent that is not there. */
        PAST_THE_FIRST_COMMIT
    }

    private final Reason reason;
    private final String revision;

    RevisionException(Reason reason, String revision, String message) {
        super(message);
        this.reason = reason;
        this.revision = revision;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The revision as it was given. */
    public String revision() {
        return revision;
    }
}
