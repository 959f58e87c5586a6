package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Pager;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit conflicts}: what a merge could not decide. */
@Command(
        name = "conflicts",
        description = "Lists the conflicts that wait for a decision, an attribute each.",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit conflicts", "  pggit conflicts --all --json"},
        mixinStandardHelpOptions = true)
final class ConflictsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Option(names = "--all", description = "Resolved ones too.")
    private boolean all;

    ConflictsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<JsonNode> conflicts = answer.rows(surroundings, ConflictsCommand.class, "conflicts", all);
        try (Pager pager = Pager.open(surroundings.terminal(), surroundings.environment())) {
            conflicts.forEach(answer.json() ? pager.terminal()::json : conflict -> print(conflict, pager.terminal()));
        }
        if (conflicts.isEmpty() && !answer.json()) {
            surroundings.terminal().line("No conflicts.");
        }
        return ExitCode.OK.code();
    }

    private static void print(JsonNode conflict, Terminal terminal) {
        terminal.line(terminal.styled(
                Style.BOLD,
                "#" + conflict.path("id").asText() + " "
                        + Printable.line(conflict.path("object_type").asText() + " "
                                + conflict.path("object_name").asText() + " "
                                + conflict.path("attribute").asText("") + " ("
                                + conflict.path("conflict_type").asText() + ")")
                        + (conflict.path("resolved").asBoolean()
                                ? ", resolved: "
                                        + Printable.line(
                                                conflict.path("resolution").asText())
                                : "")));
        side(terminal, Style.FAINT, "base", conflict.path("base_definition"));
        side(terminal, Style.BAD, "ours (" + conflict.path("target_branch").asText() + ")", conflict.path("ours"));
        side(terminal, Style.GOOD, "theirs (" + conflict.path("source_branch").asText() + ")", conflict.path("theirs"));
    }

    private static void side(Terminal terminal, Style style, String title, JsonNode value) {
        String text = value.isNull() || value.isMissingNode() ? "(absent)" : value.asText();
        terminal.line("  " + Printable.line(title) + ":");
        Printable.text(text).lines().forEach(line -> terminal.line(terminal.styled(style, "    " + line)));
    }
}
