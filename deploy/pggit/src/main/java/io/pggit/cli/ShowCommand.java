package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Pager;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pggit show}: one commit with its difference. */
@Command(
        name = "show",
        description = "Shows one commit: who, when, the statements, and the difference it made to the schema.",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit show", "  pggit show HEAD~3", "  pggit show yesterday"},
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "REV",
            description = "HEAD (default), a branch, a commit id of 4 or more digits.")
    private String revision = "HEAD";

    @Option(names = "--json", description = "One JSON object: commit, objects, patch.")
    private boolean json;

    ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        JsonNode answer;
        try (Session session = Session.open(database.url(surroundings.environment()))) {
            String question = Json.object().put("revision", revision).toString();
            answer = session.query(ShowCommand.class, "show", row -> Json.read(row.getString(1)), question).stream()
                    .findFirst()
                    .orElseThrow(() -> new Failure(ExitCode.FAILED, "revision " + revision + " not found"));
        }
        if (json) {
            surroundings.terminal().json(answer);
        } else {
            try (Pager pager = Pager.open(surroundings.terminal(), surroundings.environment())) {
                print(answer, pager.terminal());
            }
        }
        return ExitCode.OK.code();
    }

    private static void print(JsonNode answer, Terminal terminal) {
        CommitText text = new CommitText(terminal, RefNames.NONE);
        JsonNode commit = answer.path("commit");
        text.heading(
                        commit.path("sha").asText(),
                        commit.path("author").asText(),
                        commit.path("committed_at").asText(""),
                        commit.path("branch").asText(""))
                .forEach(terminal::line);
        text.message(commit.path("message").asText()).forEach(terminal::line);
        terminal.line();
        for (JsonNode object : answer.path("objects")) {
            terminal.line(terminal.styled(
                    Style.FAINT,
                    "    "
                            + Printable.line(object.path("change").asText() + " "
                                    + object.path("kind").asText() + " "
                                    + object.path("identity").asText())));
        }
        String patch = answer.path("patch").asText("");
        if (!patch.isBlank()) {
            terminal.line();
            new PatchText(terminal).print(patch);
        }
    }
}
