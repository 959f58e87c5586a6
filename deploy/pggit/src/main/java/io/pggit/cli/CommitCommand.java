package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Printable;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit commit}: a named commit. */
@Command(
        name = "commit",
        description = {
            "Gives the live schema a commit with a message of yours. Every DDL transaction is a commit already;",
            "this adds one on top, and takes in what was changed behind pgGit's back."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pggit commit -m \"Users can log in by phone\"", "  pggit commit -m \"Release 1.2\" --author ann"},
        mixinStandardHelpOptions = true)
final class CommitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            required = true,
            description = "What and why.")
    private String message;

    @Option(names = "--author", paramLabel = "NAME", description = "Who (default: the role that is logged in).")
    private Optional<String> author = Optional.empty();

    CommitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        JsonNode commit = answer.rows(surroundings, CommitCommand.class, "commit", message, author.orElse(null))
                .get(0);
        if (answer.json()) {
            surroundings.terminal().json(commit);
        } else {
            String subject = message.strip().lines().findFirst().orElse("");
            surroundings
                    .terminal()
                    .line("[" + Printable.line(commit.path("branch").asText()) + " "
                            + CommitText.shortId(commit.path("commit_sha").asText()) + "] "
                            + Printable.line(subject));
        }
        return ExitCode.OK.code();
    }
}
