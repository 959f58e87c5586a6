package io.pggit.sql.answer;

/** The answer to a question is an error for whoever asked; raised in their session with its SQLSTATE. */
public final class QuestionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sqlState;
    private final String detail;
    private final String hint;

    /**
     * An error for the asker.
     *
     * @param sqlState five characters
     * @param message what is wrong
     * @param detail more about it, such as a list of objects; empty for none
     * @param hint what to do; empty for none
     */
    public QuestionRefused(String sqlState, String message, String detail, String hint) {
        super(message);
        this.sqlState = sqlState;
        this.detail = detail;
        this.hint = hint;
    }

    /** An error for the asker without detail. */
    public QuestionRefused(String sqlState, String message, String hint) {
        this(sqlState, message, "", hint);
    }

    /** SQLSTATE to raise. */
    public String sqlState() {
        return sqlState;
    }

    /** More about it; empty for none. */
    public String detail() {
        return detail;
    }

    /** What to do; empty for none. */
    public String hint() {
        return hint;
    }
}
