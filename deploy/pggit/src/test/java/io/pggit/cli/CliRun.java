package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A command that was run in this process.
 *
 * @param exitCode what the process would have ended with
 * @param out standard output
 * @param err standard error
 */
public record CliRun(int exitCode, String out, String err) {
    /** Runs {@code pggit} with these arguments, for user {@code postgres}. */
    public static CliRun of(String... arguments) {
        return of(Map.of("USER", "postgres"), arguments);
    }

    /** The same with these environment variables and no others. */
    public static CliRun of(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.Colours.OFF);
        int exitCode = new Cli(new Surroundings(terminal, environment)).run(arguments);
        return new CliRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** It failed the way every failure should look: one line that says {@code reason}, nothing on standard output. */
    void assertFailedWith(ExitCode expected, String reason) {
        assertEquals(expected.code(), exitCode, this::toString);
        assertNotEquals(0, exitCode);
        assertEquals("", out);
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("pggit: "), err);
        assertTrue(err.contains(reason), err);
        assertFalse(err.contains("Exception"), err);
    }

    /** It ended as a command should that has nothing to complain of. */
    public void assertSucceeded() {
        assertEquals(0, exitCode, this::toString);
    }
}
