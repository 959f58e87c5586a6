package io.pggit.testkit;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** PostgreSQL's own client of logical slots, {@code pg_recvlogical}, as a measure for ours. */
public final class RecvLogical {
    private static final String COMMAND = "pg_recvlogical";

    private RecvLogical() {}

    /** Whether it is on the PATH. */
    public static boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, COMMAND).canExecute());
    }

    /**
     * Drains a slot of {@code pgoutput} up to a place and throws away what comes.
     *
     * @param end where to stop, as PostgreSQL prints it
     * @return seconds from the start of the process to its end
     */
    public static double drain(TestDatabase database, String slot, String end) {
        PostgresServer server = database.server();
        List<String> command = List.of(
                COMMAND,
                "--start",
                "--no-loop",
                "-f",
                "-",
                "-h",
                server.host(),
                "-p",
                Integer.toString(server.port()),
                "-U",
                "postgres",
                "-d",
                database.name(),
                "-S",
                slot,
                "--endpos",
                end,
                "-o",
                "proto_version=1",
                "-o",
                "publication_names=pggit",
                "-o",
                "messages=true");
        long begin = System.nanoTime();
        try {
            int exit = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(COMMAND + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
