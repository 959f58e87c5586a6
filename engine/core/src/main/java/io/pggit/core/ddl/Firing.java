package io.pggit.core.ddl;

import java.util.Map;
import java.util.Optional;

/** In which sessions a trigger, rule or event trigger fires. */
public final class Firing {
    private static final Map<String, String> WORDS =
            Map.of("origin", "ENABLE", "disabled", "DISABLE", "replica", "ENABLE REPLICA", "always", "ENABLE ALWAYS");

    private Firing() {}

    /** The words of ALTER that change it to {@code state}; those of a new one where there is none. */
    public static String words(Optional<String> state) {
        return WORDS.getOrDefault(state.orElse("origin"), "ENABLE");
    }
}
