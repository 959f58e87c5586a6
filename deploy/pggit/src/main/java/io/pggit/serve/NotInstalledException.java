package io.pggit.serve;

import io.pggit.capture.CaptureException;

/** There is no pgGit in the database. */
public final class NotInstalledException extends CaptureException {
    private static final long serialVersionUID = 1L;

    NotInstalledException(String message) {
        super(message);
    }
}
