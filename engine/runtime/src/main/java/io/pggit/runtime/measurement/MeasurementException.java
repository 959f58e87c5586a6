package io.pggit.runtime.measurement;

import io.pggit.runtime.StorageException;

/** Measurements cannot be read or written. */
public final class MeasurementException extends StorageException {
    private static final long serialVersionUID = 1L;

    MeasurementException(String message, Throwable cause) {
        super(message, cause);
    }
}
