package io.pggit.cli;

/** What a command's exit code says. {@code docs/reference/cli.md} repeats this list. */
public enum ExitCode {
    /** Done; for {@code verify} and {@code doctor}: nothing found. */
    OK(0),
    /** It failed, or the answer is no: {@code verify} found differences, {@code doctor} a failed check. */
    FAILED(1),
    /** The command line is wrong; nothing was done. */
    USAGE(2),
    /** The database or Kafka cannot be reached, or refuses the login. */
    UNREACHABLE(3),
    /** pgGit is not installed in the database, or no engine serves it. */
    NOT_SERVED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }
}
