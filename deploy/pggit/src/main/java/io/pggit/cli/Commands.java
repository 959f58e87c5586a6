package io.pggit.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * All commands by name, in the order of the help. One is built when it is called for: reading the annotations of all would take
 * longer than most commands do.
 */
final class Commands {
    private static final String FOR_THE_LAUNCHER = "warm-up";

    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    Commands(Surroundings surroundings) {
        all.put("quickstart", () -> new QuickstartCommand(surroundings));
        all.put("install", () -> new InstallCommand(surroundings));
        all.put(
                "extension",
                () -> new CommandLine(new ExtensionCommand())
                        .addSubcommand("install", new ExtensionCommand.Install(surroundings))
                        .addSubcommand("sql", new ExtensionCommand.Sql(surroundings)));
        all.put("serve", () -> new ServeCommand(surroundings));
        all.put("status", () -> new StatusCommand(surroundings));
        all.put("log", () -> new LogCommand(surroundings));
        all.put("show", () -> new ShowCommand(surroundings));
        all.put("attempts", () -> new AttemptsCommand(surroundings));
        all.put("diff", () -> new DiffCommand(surroundings));
        all.put("blame", () -> new BlameCommand(surroundings));
        all.put("branch", () -> new BranchCommand(surroundings));
        all.put("checkout", () -> new CheckoutCommand(surroundings));
        all.put("commit", () -> new CommitCommand(surroundings));
        all.put("tag", () -> new TagCommand(surroundings));
        all.put("merge", () -> new MergeCommand(surroundings));
        all.put("conflicts", () -> new ConflictsCommand(surroundings));
        all.put("resolve", () -> new ResolveCommand(surroundings));
        all.put("abort", () -> new AbortCommand(surroundings));
        all.put("revert", () -> new RevertCommand(surroundings));
        all.put(
                "intents",
                () -> new CommandLine(new IntentsCommand(surroundings))
                        .addSubcommand("register", new IntentsCommand.Register(surroundings))
                        .addSubcommand("conflicts", new IntentsCommand.Conflicts(surroundings))
                        .addSubcommand("update", new IntentsCommand.Update(surroundings))
                        .addSubcommand("resolve", new IntentsCommand.Resolve(surroundings)));
        all.put("verify", () -> new VerifyCommand(surroundings));
        all.put("compare", () -> new CompareCommand(surroundings));
        all.put("events", () -> new EventsCommand(surroundings));
        all.put("doctor", () -> new DoctorCommand(surroundings));
        all.put("uninstall", () -> new UninstallCommand(surroundings));
        all.put("completion", () -> new CompletionCommand(surroundings));
        all.put(FOR_THE_LAUNCHER, WarmUpCommand::new);
    }

    /** The names of those that users call. */
    List<String> forUsers() {
        return all.keySet().stream()
                .filter(name -> !name.equals(FOR_THE_LAUNCHER))
                .toList();
    }

    /** Adds the command that {@code words} name to {@code top}, or all when they name none or need all. */
    CommandLine addTo(CommandLine top, String... words) {
        String first = Arrays.stream(words)
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .orElse("");
        if (Arrays.asList(words).equals(List.of("--version"))) {
            return top;
        }
        if (all.containsKey(first) && !first.equals("completion")) {
            return top.addSubcommand(first, all.get(first).get());
        }
        all.forEach((name, command) -> top.addSubcommand(name, command.get()));
        return top;
    }
}
