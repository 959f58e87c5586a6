package io.pggit.serve;

import io.pggit.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code pggit} as a process of its own, so that it can be killed. Its output goes to a file. */
final class ServeProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private ServeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code pggit serve} with these further arguments and waits until it says that it is ready. */
    static ServeProcess start(Path directory, List<String> arguments) {
        return ready(launch(directory, arguments));
    }

    /** The same compiled fully, as the launcher starts it: slower to start, quicker to answer. */
    static ServeProcess startAsUsersDo(Path directory, List<String> arguments) {
        return ready(launch(directory, List.of(), arguments));
    }

    private static ServeProcess ready(ServeProcess serve) {
        Await.until(START, () -> serve.output().contains("ready") || !serve.process.isAlive());
        if (!serve.process.isAlive()) {
            throw new AssertionError("pggit serve ended with " + serve.process.exitValue() + ":\n" + serve.output());
        }
        return serve;
    }

    /** Starts {@code pggit serve} and does not wait: there may be nothing to serve yet. */
    static ServeProcess launch(Path directory, List<String> arguments) {
        return launch(directory, List.of("-XX:TieredStopAtLevel=1"), arguments);
    }

    private static ServeProcess launch(Path directory, List<String> compiler, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(compiler);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.pggit.cli.Main", "serve"));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(directory, "serve", ".log");
            return new ServeProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it by SIGKILL and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it by SIGTERM, as an operator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("pggit serve did not end within 20 s of SIGTERM:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
