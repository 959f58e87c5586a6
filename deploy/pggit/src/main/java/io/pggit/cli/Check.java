package io.pggit.cli;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing {@code pggit doctor} looked at.
 *
 * @param name what was looked at
 * @param verdict how it is
 * @param found what was found
 * @param remedy what to do; empty for a check that passed
 */
record Check(String name, Verdict verdict, String found, Optional<String> remedy) {
    /** How a check ended. */
    enum Verdict {
        PASSED,
        /** Works, but will not always. */
        WARNING,
        /** pgGit cannot do its work. */
        FAILED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check passed(String name, String found) {
        return new Check(name, Verdict.PASSED, found, Optional.empty());
    }

    static Check warning(String name, String found, String remedy) {
        return new Check(name, Verdict.WARNING, found, Optional.of(remedy));
    }

    static Check failed(String name, String found, String remedy) {
        return new Check(name, Verdict.FAILED, found, Optional.of(remedy));
    }
}
