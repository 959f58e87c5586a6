package io.pggit.cli;

import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: all commands, and the one place where a failure becomes a line and an exit code. */
public final class Cli {
    private final Terminal terminal;
    private final boolean debug;
    private final PggitCommand top = new PggitCommand();
    private final Commands commands;

    /** A command line in these surroundings. */
    public Cli(Surroundings surroundings) {
        this.terminal = surroundings.terminal();
        this.debug = !surroundings.environment().getOrDefault("PGGIT_DEBUG", "").isEmpty();
        this.commands = new Commands(surroundings);
    }

    /** Runs one command; returns its exit code. */
    public int run(String... args) {
        CommandLine line = commandLine(args);
        if (args.length == 0) {
            line.usage(terminal.err());
            return ExitCode.USAGE.code();
        }
        return line.execute(args);
    }

    /** The commands with their options that {@code args} need; all without any. */
    CommandLine commandLine(String... args) {
        return commands.addTo(new CommandLine(top), args)
                .registerConverter(UUID.class, new UuidWord())
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.styled(Style.BOLD, "x").equals("x") ? Ansi.OFF : Ansi.ON))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, words) -> usage(wrong))
                .setExecutionExceptionHandler((error, line, parsed) -> failed(error));
    }

    private int usage(ParameterException wrong) {
        terminal.note("pggit: " + Printable.line(message(wrong)) + "; see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    private String message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unknown
                && wrong.getCommandLine().getParent() == null
                && !unknown.isUnknownOption()) {
            String typed = unknown.getUnmatched().get(0);
            List<String> similar = SimilarWords.of(typed, commands.forUsers());
            return "no command is called " + typed
                    + (similar.isEmpty() ? "" : ", do you mean " + String.join(" or ", similar) + "?");
        }
        return wrong.getMessage();
    }

    private int failed(Exception error) {
        Failure failure = Failures.explain(error);
        terminal.note("pggit: " + failure.getMessage());
        if (debug || top.verbose()) {
            error.printStackTrace(terminal.err());
        }
        return failure.exitCode().code();
    }
}
