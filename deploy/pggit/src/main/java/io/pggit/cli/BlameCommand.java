package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Pager;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Table;
import io.pggit.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pggit blame}: who last changed each part of an object. */
@Command(
        name = "blame",
        description =
                "Shows who last changed an object and each of its columns, constraints, indexes …, under whatever name.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit blame users",
            "  pggit blame shop.orders v1.2       as it was at a tag",
            "  pggit blame shop.orders.total      one column",
            "  pggit blame \"shop.total_of(bigint)\""
        },
        mixinStandardHelpOptions = true)
final class BlameCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(index = "0", paramLabel = "OBJECT", description = "name or schema.name, also of a part.")
    private String object;

    @Parameters(index = "1", arity = "0..1", paramLabel = "REV", description = "As it was then (default: HEAD).")
    private String revision = "HEAD";

    BlameCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<JsonNode> parts = answer.rows(surroundings, BlameCommand.class, "blame", object, revision);
        if (parts.isEmpty()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "there is no object " + object + " at " + revision + "; pggit log shows what was changed");
        }
        try (Pager pager = Pager.open(surroundings.terminal(), surroundings.environment())) {
            print(parts, pager.terminal());
        }
        return ExitCode.OK.code();
    }

    private void print(List<JsonNode> parts, Terminal terminal) {
        if (answer.json()) {
            parts.forEach(terminal::json);
            return;
        }
        Table table = new Table("commit", "by", "at", "part", "name", "message");
        parts.forEach(part -> table.row(
                CommitText.shortId(part.path("commit_id").asText("")),
                part.path("changed_by").asText(""),
                CommitText.date(part.path("changed_at").asText("")),
                part.path("part").asText(""),
                part.path("name").asText(""),
                part.path("message").asText("").lines().findFirst().orElse("")));
        table.print(terminal, "", row -> Style.PLAIN);
    }
}
