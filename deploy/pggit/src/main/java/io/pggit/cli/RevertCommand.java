package io.pggit.cli;

import io.pggit.cli.terminal.Printable;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pggit revert}: undoes a commit. */
@Command(
        name = "revert",
        description = "Undoes what one commit did to the schema, by DDL and a new commit; what came after it stays.",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit revert HEAD", "  pggit revert 1a2b3c4 -m \"Phone numbers stay optional\""},
        mixinStandardHelpOptions = true)
final class RevertCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(paramLabel = "REV", description = "The commit to undo.")
    private String revision;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Message of the new commit.")
    private Optional<String> message = Optional.empty();

    @Option(names = "--discard-data", description = "Also when tables with rows or columns with values go.")
    private boolean discard;

    RevertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String sha = answer.texts(surroundings, RevertCommand.class, "revert", revision, message.orElse(null), discard)
                .get(0);
        if (answer.json()) {
            surroundings.terminal().json(Json.object().put("commit_sha", sha));
        } else {
            surroundings.terminal().line("Reverted " + Printable.line(revision) + ": " + CommitText.shortId(sha));
        }
        return ExitCode.OK.code();
    }
}
