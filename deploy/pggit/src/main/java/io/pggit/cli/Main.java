package io.pggit.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The entry point of {@code pggit}. */
public final class Main {
    /** The JDBC driver's own remarks; what matters comes as an exception. Held here, or it would be collected. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        DRIVER.setLevel(Level.OFF);
        System.exit(new Cli(Surroundings.system()).run(args));
    }
}
