package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.cli.CliRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that must succeed. */
final class Cli {
    private Cli() {}

    /** Runs {@code pggit} with these arguments in this process; returns what it printed. */
    static String run(String... arguments) {
        CliRun run = CliRun.of(arguments);
        run.assertSucceeded();
        return run.out() + run.err();
    }

    /** Runs {@code git} with these arguments; returns what it printed. */
    static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return succeed(command);
    }

    /** Runs {@code psql} with these arguments; returns what it printed. */
    static String psql(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("psql"));
        command.addAll(List.of(arguments));
        return succeed(command);
    }

    /** Runs any program; returns what it printed. */
    static String command(List<String> command) throws IOException, InterruptedException {
        return succeed(command);
    }

    /** The major version of {@code pg_dump}; empty where there is none, or no {@code psql}. */
    static OptionalInt pgDumpMajor() {
        try {
            succeed(List.of("psql", "--version"));
            Matcher version = Pattern.compile("pg_dump \\(PostgreSQL\\) (\\d+)")
                    .matcher(succeed(List.of("pg_dump", "--version")));
            return version.find() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
        } catch (IOException absent) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static String succeed(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
