package io.pggit.sql;

/** The answer to a question is an error for whoever asked; raised in their session with its SQLSTATE. */
public final class QuestionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sqlState;
    private final String hint;

    /**
     * An error for the asker.
     *
     * @param sqlState five characters
     * @param message what is wrong
     * @param hint what to do; empty for none
     */
    public QuestionRefused(String sqlState, String message, String hint) {
        super(message);
        this.sqlState = sqlState;
        this.hint = hint;
    }

    /** SQLSTATE to raise. */
    public String sqlState() {
        return sqlState;
    }

    /** What to do; empty for none. */
    public String hint() {
        return hint;
    }
}
