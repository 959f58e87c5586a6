package io.pggit.cli;

import io.pggit.cli.terminal.Terminal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a command finds around it.
 *
 * @param terminal where it prints
 * @param environment variables by name
 */
public record Surroundings(Terminal terminal, Map<String, String> environment) {
    public Surroundings {
        environment = Map.copyOf(new TreeMap<>(environment));
    }

    /** Those of this process. */
    public static Surroundings system() {
        return new Surroundings(Terminal.system(System.getenv()), System.getenv());
    }
}
