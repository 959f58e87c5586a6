package io.pggit.capture;

/** The database could not be captured. The message says what, which, and what to do; it is meant for users. */
public class CaptureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure without an earlier cause. */
    public CaptureException(String message) {
        super(message);
    }

    /** A failure with the error of the driver that led to it. */
    public CaptureException(String message, Throwable cause) {
        super(message, cause);
    }
}
