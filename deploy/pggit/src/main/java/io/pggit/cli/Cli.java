package io.pggit.cli;

import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command line: all commands, and the one place where a failure becomes a line and an exit code. */
public final class Cli {
    private final Terminal terminal;
    private final boolean debug;
    private final PggitCommand top = new PggitCommand();
    private final CommandLine commandLine;

    /** A command line in these surroundings. */
    public Cli(Surroundings surroundings) {
        this.terminal = surroundings.terminal();
        this.debug = !surroundings.environment().getOrDefault("PGGIT_DEBUG", "").isEmpty();
        this.commandLine = new CommandLine(top)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .addSubcommand("quickstart", new QuickstartCommand(surroundings))
                .addSubcommand("install", new InstallCommand(surroundings))
                .addSubcommand(
                        "extension",
                        new CommandLine(new ExtensionCommand())
                                .addSubcommand("install", new ExtensionCommand.Install(surroundings))
                                .addSubcommand("sql", new ExtensionCommand.Sql(surroundings)))
                .addSubcommand("serve", new ServeCommand(surroundings))
                .addSubcommand("log", new LogCommand(surroundings))
                .addSubcommand("show", new ShowCommand(surroundings))
                .addSubcommand("attempts", new AttemptsCommand(surroundings))
                .addSubcommand("status", new StatusCommand(surroundings))
                .addSubcommand("diff", new DiffCommand(surroundings))
                .addSubcommand("blame", new BlameCommand(surroundings))
                .addSubcommand("branch", new BranchCommand(surroundings))
                .addSubcommand("checkout", new CheckoutCommand(surroundings))
                .addSubcommand("commit", new CommitCommand(surroundings))
                .addSubcommand("tag", new TagCommand(surroundings))
                .addSubcommand("merge", new MergeCommand(surroundings))
                .addSubcommand("conflicts", new ConflictsCommand(surroundings))
                .addSubcommand("resolve", new ResolveCommand(surroundings))
                .addSubcommand("abort", new AbortCommand(surroundings))
                .addSubcommand("revert", new RevertCommand(surroundings))
                .addSubcommand(
                        "intents",
                        new CommandLine(new IntentsCommand(surroundings))
                                .addSubcommand("register", new IntentsCommand.Register(surroundings))
                                .addSubcommand("conflicts", new IntentsCommand.Conflicts(surroundings))
                                .addSubcommand("update", new IntentsCommand.Update(surroundings))
                                .addSubcommand("resolve", new IntentsCommand.Resolve(surroundings)))
                .addSubcommand("verify", new VerifyCommand(surroundings))
                .addSubcommand("compare", new CompareCommand(surroundings))
                .addSubcommand("events", new EventsCommand(surroundings))
                .addSubcommand("doctor", new DoctorCommand(surroundings))
                .addSubcommand("uninstall", new UninstallCommand(surroundings))
                .addSubcommand("completion", new CompletionCommand(surroundings))
                .addSubcommand("warm-up", new WarmUpCommand())
                .registerConverter(UUID.class, new UuidWord())
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.styled(Style.BOLD, "x").equals("x") ? Ansi.OFF : Ansi.ON))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, args) -> usage(wrong))
                .setExecutionExceptionHandler((error, line, parsed) -> failed(error));
    }

    /** Runs one command; returns its exit code. */
    public int run(String... args) {
        if (args.length == 0) {
            commandLine.usage(terminal.err());
            return ExitCode.USAGE.code();
        }
        return commandLine.execute(args);
    }

    /** The commands with their options, for those who list them. */
    CommandLine commands() {
        return commandLine;
    }

    private int usage(ParameterException wrong) {
        terminal.note("pggit: " + Printable.line(wrong.getMessage()) + "; see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
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
