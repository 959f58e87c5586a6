package io.pggit.cli.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The program through which a person reads long output, chosen as git does: {@code PGGIT_PAGER}, {@code PAGER}, else {@code less};
 * {@code cat} and the empty text mean none. Without a terminal there is none either.
 */
public final class Pager implements AutoCloseable {
    private final Terminal terminal;
    private final Optional<Process> process;

    private Pager(Terminal terminal, Optional<Process> process) {
        this.terminal = terminal;
        this.process = process;
    }

    /** Starts the pager; what cannot be started is done without. */
    public static Pager open(Terminal terminal, Map<String, String> environment) {
        String program = environment.getOrDefault("PGGIT_PAGER", environment.getOrDefault("PAGER", "less"));
        if (!terminal.isRead() || program.isBlank() || program.equals("cat")) {
            return new Pager(terminal, Optional.empty());
        }
        ProcessBuilder command = new ProcessBuilder("/bin/sh", "-c", "exec " + program)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // quit when it fits one screen, colours, no clearing of the screen: what git sets
        command.environment().putIfAbsent("LESS", "FRX");
        try {
            Process process = command.start();
            return new Pager(
                    terminal.to(new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8)),
                    Optional.of(process));
        } catch (IOException e) {
            return new Pager(terminal, Optional.empty());
        }
    }

    /** Where to print. */
    public Terminal terminal() {
        return terminal;
    }

    /** Ends the output and waits until the person has read it. */
    @Override
    public void close() {
        process.ifPresent(pager -> {
            terminal.out().close();
            try {
                pager.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
