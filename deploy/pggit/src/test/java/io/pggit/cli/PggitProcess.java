package io.pggit.cli;

import io.pggit.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** {@code pggit} as a process of its own, with what it printed. Killed on close if it still runs. */
final class PggitProcess implements AutoCloseable {
    private static final Duration END_WAIT = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private PggitProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it from this test's class path; output goes to files in {@code directory}. */
    static PggitProcess start(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.pggit.cli.Main"));
        command.addAll(Arrays.asList(arguments));
        return run(directory, new ProcessBuilder(command));
    }

    /** Starts any command the same way. */
    static PggitProcess run(Path directory, ProcessBuilder command) {
        try {
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path err = Files.createTempFile(directory, "err", ".txt");
            return new PggitProcess(
                    command.redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start(),
                    out,
                    err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until standard output contains {@code text}; fails when the process ends without. */
    PggitProcess awaitOutput(String text, Duration deadline) {
        Await.until(deadline, () -> out().contains(text) || !process.isAlive());
        if (!out().contains(text)) {
            throw new AssertionError(
                    "ended with " + process.exitValue() + " before it printed \"" + text + "\":\n" + out() + err());
        }
        return this;
    }

    /** Waits for the end; returns the exit code. */
    int awaitEnd() {
        try {
            if (!process.waitFor(END_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + END_WAIT.toSeconds() + " s:\n" + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends SIGTERM and waits for the end; returns the exit code. */
    int terminate() {
        process.destroy();
        return awaitEnd();
    }

    /** Every process below this one. */
    List<ProcessHandle> descendants() {
        return process.descendants().collect(Collectors.toList());
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
