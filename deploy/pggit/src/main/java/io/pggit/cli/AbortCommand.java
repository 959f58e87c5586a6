package io.pggit.cli;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pggit abort}: gives up a merge. */
@Command(
        name = "abort",
        description = "Gives up a merge that waits for decisions; nothing of it remains but its record.",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit abort", "  pggit abort --reason \"wrong branch\""},
        mixinStandardHelpOptions = true)
final class AbortCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(arity = "0..1", paramLabel = "MERGE", description = "Its id; needed when several are open.")
    private Optional<UUID> merge = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "User aborted", description = "For the record.")
    private String reason;

    AbortCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        answer.texts(surroundings, AbortCommand.class, "abort", merge.orElse(null), reason);
        if (answer.json()) {
            surroundings.terminal().json(Json.object().put("aborted", true));
        } else {
            surroundings.terminal().line("The merge is aborted; nothing was changed.");
        }
        return ExitCode.OK.code();
    }
}
