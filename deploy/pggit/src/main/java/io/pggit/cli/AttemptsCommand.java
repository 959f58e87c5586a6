package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit attempts}: DDL that came to nothing. */
@Command(
        name = "attempts",
        description = {
            "Shows DDL that failed or was rolled back, the last first.",
            "Hints, never evidence: attempts come in messages that a superuser can forge."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit attempts -n 10 --url postgresql://ann@localhost/shop",
            "  pggit attempts --json | jq -r .statement"
        },
        mixinStandardHelpOptions = true)
final class AttemptsCommand implements Callable<Integer> {
    private static final String LINE = "%-19s  %-8s  %-16s  %s";
    private static final int STATEMENT_SHOWN = 100;

    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "One JSON object for each attempt and line: a row of pggit.attempts().")
    private boolean json;

    AttemptsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new Failure(ExitCode.USAGE, "-n must be 0 or more, was " + limit);
        }
        List<JsonNode> attempts;
        try (Session session = Session.open(database.url(surroundings.environment()))) {
            attempts = session.query(
                    AttemptsCommand.class, "attempts", row -> Json.read(row.getString(1)), (Integer) limit);
        }
        Terminal terminal = surroundings.terminal();
        if (json) {
            attempts.forEach(terminal::json);
        } else if (!attempts.isEmpty()) {
            terminal.line(terminal.styled(Style.BOLD, String.format(LINE, "time", "role", "not done", "statement")));
            attempts.forEach(attempt -> terminal.line(line(attempt)));
        }
        return ExitCode.OK.code();
    }

    private static String line(JsonNode attempt) {
        String time = attempt.path("attempted_at").asText();
        String statement = attempt.path("statement").asText("").strip().replaceAll("\\s+", " ");
        return String.format(
                LINE,
                Printable.line(time.substring(0, Math.min(19, time.length())).replace('T', ' ')),
                Printable.line(attempt.path("session_role").asText()),
                Printable.line(attempt.path("command_tag").asText()),
                Printable.line(
                        statement.length() > STATEMENT_SHOWN
                                ? statement.substring(0, STATEMENT_SHOWN) + "…"
                                : statement));
    }
}
