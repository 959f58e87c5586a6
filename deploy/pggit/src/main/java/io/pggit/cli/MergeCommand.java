package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pggit merge}: brings the changes of one branch into another. */
@Command(
        name = "merge",
        description = {
            "Brings the changes of a branch into another, attribute by attribute.",
            "Into HEAD's branch it changes the live schema. With conflicts nothing changes until they are resolved."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit merge feature/login",
            "  pggit merge feature/login --into release",
            "  pggit merge feature/login --strategy theirs",
            "Exit code 1 when there are conflicts: see pggit conflicts, pggit resolve, pggit abort."
        },
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    /** How conflicts are settled. */
    enum Strategy {
        /** By people. */
        AUTO,
        /** The target's value stays. */
        OURS,
        /** The source's value is taken. */
        THEIRS
    }

    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(paramLabel = "BRANCH", description = "The branch to take changes from.")
    private String source;

    @Option(names = "--into", paramLabel = "BRANCH", description = "The branch that gets them (default: HEAD's).")
    private Optional<String> target = Optional.empty();

    @Option(
            names = {"-s", "--strategy"},
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "auto, or ours or theirs to settle every conflict that way (default: ${DEFAULT-VALUE}).")
    private Strategy strategy;

    @Option(names = "--discard-data", description = "Also when tables with rows or columns with values go.")
    private boolean discard;

    MergeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        JsonNode result = answer.rows(
                        surroundings,
                        MergeCommand.class,
                        "merge",
                        source,
                        target.orElse(null),
                        strategy.name().toLowerCase(Locale.ROOT),
                        discard)
                .get(0);
        if (answer.json()) {
            surroundings.terminal().json(result);
        } else {
            print(result);
        }
        return (result.path("status").asText().equals("completed") ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private void print(JsonNode result) {
        Terminal terminal = surroundings.terminal();
        String branches = result.path("source").asText() + " into "
                + result.path("target").asText();
        if (result.path("already_up_to_date").asBoolean()) {
            terminal.line("Already up to date.");
        } else if (result.path("status").asText().equals("completed")) {
            terminal.line("Merged " + Printable.line(branches) + ": "
                    + terminal.styled(
                            Style.ID,
                            CommitText.shortId(result.path("commit_sha").asText(""))));
            result.path("ddl")
                    .forEach(sql -> terminal.line(terminal.styled(Style.FAINT, Printable.text("  " + sql.asText()))));
        } else {
            for (JsonNode conflict : result.path("conflicts")) {
                terminal.line(terminal.styled(Style.BAD, "CONFLICT") + " #"
                        + conflict.path("id").asText() + " ("
                        + Printable.line(conflict.path("type").asText() + "): "
                                + conflict.path("object_type").asText() + " "
                                + conflict.path("object").asText() + " "
                                + conflict.path("attribute").asText("")));
            }
            terminal.line("Not merged yet: " + Printable.line(branches) + " has "
                    + result.path("conflict_count").asInt()
                    + " to resolve. See pggit conflicts, then pggit resolve or pggit abort.");
        }
        result.path("warnings").forEach(warning -> terminal.note("pggit: " + Printable.line(warning.asText())));
    }
}
