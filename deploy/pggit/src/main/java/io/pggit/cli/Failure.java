package io.pggit.cli;

/** The end of a command that did not do what was asked. The message is one line for the user, with what to do. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /** A failure found by a command itself. */
    public Failure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A failure explained from an error, which {@code --verbose} shows. */
    public Failure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The code the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
