package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Pager;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pggit blame}: who last touched each line of an object. */
@Command(
        name = "blame",
        description = "Shows an object's definition, before each line the commit that last changed it.",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit blame users", "  pggit blame shop.orders", "  pggit blame \"shop.total_of(bigint)\""},
        mixinStandardHelpOptions = true)
final class BlameCommand implements Callable<Integer> {
    private static final String UNDEFINED_OBJECT = "42704";

    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(paramLabel = "OBJECT", description = "name or schema.name, a function with its argument types.")
    private String object;

    BlameCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        int dot = object.replaceAll("\\(.*", "").indexOf('.');
        String schema = dot < 0 ? "public" : object.substring(0, dot);
        String name = object.substring(dot + 1);
        Blame<JsonNode> blame = new Blame<>();
        try (Session session = answer.open(surroundings)) {
            List<JsonNode> changes =
                    session.query(BlameCommand.class, "history", row -> Json.read(row.getString(1)), schema, name);
            if (changes.isEmpty()) {
                throw new Failure(
                        ExitCode.FAILED,
                        "HEAD's history knows no object " + Printable.line(schema + "." + name)
                                + "; pggit log shows what it knows");
            }
            for (JsonNode change : changes) {
                String sha = change.path("commit_sha").asText();
                blame.add(change, definition(session, schema, name, sha));
            }
        }
        try (Pager pager = Pager.open(surroundings.terminal(), surroundings.environment())) {
            blame.lines().forEach(line -> print(line, pager.terminal()));
        }
        return ExitCode.OK.code();
    }

    /** Empty where the object is not: after a drop, and under its new name before a rename. */
    private static String definition(Session session, String schema, String name, String sha) {
        try {
            return session.query(
                            BlameCommand.class,
                            "definition",
                            row -> row.getString(1) == null ? "" : row.getString(1),
                            schema,
                            name,
                            sha)
                    .get(0);
        } catch (Failure e) {
            if (e.getCause() instanceof SQLException error && UNDEFINED_OBJECT.equals(error.getSQLState())) {
                return "";
            }
            throw e;
        }
    }

    private void print(Blame.Line<JsonNode> line, Terminal terminal) {
        String sha = line.change().path("commit_sha").asText();
        String author = line.change().path("author").asText();
        String at = line.change().path("committed_at").asText("");
        if (answer.json()) {
            terminal.json(Json.object()
                    .put("commit_sha", sha)
                    .put("author", author)
                    .put("committed_at", at)
                    .put("message", line.change().path("message").asText())
                    .put("line", line.text()));
            return;
        }
        terminal.line(terminal.styled(Style.ID, CommitText.shortId(sha)) + " "
                + terminal.styled(Style.FAINT, String.format("(%-12s %s)", Printable.line(author), CommitText.date(at)))
                + " " + Printable.line(line.text()));
    }
}
