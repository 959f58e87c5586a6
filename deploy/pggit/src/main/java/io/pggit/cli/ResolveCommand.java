package io.pggit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pggit resolve}: decides conflicts. */
@Command(
        name = "resolve",
        description = "Decides conflicts; deciding the last one completes the merge.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit resolve 12 --theirs",
            "  pggit resolve 12 --sql \"alter table users alter column email type varchar(320)\"",
            "  pggit resolve --all --ours"
        },
        mixinStandardHelpOptions = true)
final class ResolveCommand implements Callable<Integer> {
    /** How; one of them. */
    static final class Choice {
        @Option(names = "--ours", description = "The target's value stays.")
        private boolean ours;

        @Option(names = "--theirs", description = "The source's value is taken.")
        private boolean theirs;

        @Option(names = "--sql", paramLabel = "DDL", description = "The target's value, then this DDL.")
        private Optional<String> sql = Optional.empty();

        @Option(names = "--file", paramLabel = "FILE", description = "As --sql, from a file.")
        private Optional<Path> file = Optional.empty();

        private String name() {
            return ours ? "ours" : theirs ? "theirs" : "custom";
        }

        private Optional<String> text() {
            return file.map(Choice::read).or(() -> sql);
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new Failure(ExitCode.USAGE, "cannot read " + file + ": expected DDL statements", e);
            }
        }
    }

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(paramLabel = "ID", description = "Numbers as pggit conflicts shows them.")
    private List<Integer> ids = List.of();

    @Option(names = "--all", description = "Every conflict that is open.")
    private boolean all;

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    @Option(names = "--discard-data", description = "Also when tables with rows or columns with values go.")
    private boolean discard;

    ResolveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (all != ids.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "expected numbers of conflicts, or --all");
        }
        List<Integer> chosen = all
                ? answer.texts(surroundings, ResolveCommand.class, "open").stream()
                        .map(Integer::valueOf)
                        .toList()
                : ids;
        String text = choice.text().orElse(null);
        for (Integer id : chosen) {
            answer.texts(surroundings, ResolveCommand.class, "resolve", id, choice.name(), text, discard);
            if (answer.json()) {
                surroundings.terminal().json(Json.object().put("id", id).put("resolution", choice.name()));
            } else {
                surroundings.terminal().line("Resolved #" + id + ": " + choice.name() + ".");
            }
        }
        return ExitCode.OK.code();
    }
}
