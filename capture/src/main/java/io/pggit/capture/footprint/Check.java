package io.pggit.capture.footprint;

import java.util.Optional;

/**
 * One thing a database must have to be captured.
 *
 * @param name what was looked at, the same in every release
 * @param result how it stands
 * @param details what was found, in one line
 * @param remedy what to do about it; empty when nothing needs to be done
 */
public record Check(String name, Result result, String details, Optional<String> remedy) {

    /** How a check ended. */
    public enum Result {
        /** As it should be. */
        OK,
        /** Capture works, but something is missing or will be. */
        WARNING,
        /** Capture, or streaming what was captured, cannot work. */
        FAILED
    }

    static Check ok(String name, String details) {
        return new Check(name, Result.OK, details, Optional.empty());
    }

    static Check warning(String name, String details, String remedy) {
        return new Check(name, Result.WARNING, details, Optional.of(remedy));
    }

    static Check failed(String name, String details, String remedy) {
        return new Check(name, Result.FAILED, details, Optional.of(remedy));
    }
}
