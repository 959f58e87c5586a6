package io.pggit.kafka;

/** Events cannot be read. The message says from where, why, and what to do. */
public final class EventsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    EventsUnavailableException(String message) {
        super(message);
    }
}
