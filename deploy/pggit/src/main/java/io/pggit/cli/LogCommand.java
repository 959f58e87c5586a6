package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pggit log}: the commits of a revision. */
@Command(
        name = "log",
        description = "Shows who changed what: the commits reachable from a revision, newest first.",
        mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "REV",
            description = "Where to begin: HEAD (default), a branch, a commit id of 4 or more digits.")
    private String revision = "HEAD";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many commits (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--oneline", description = "One line for each commit.")
    private boolean oneLine;

    @Option(names = "--json", description = "One JSON object for each commit and line: a row of pggit.log().")
    private boolean json;

    LogCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new Failure(ExitCode.USAGE, "-n must be 0 or more, was " + limit);
        }
        List<JsonNode> commits;
        try (Session session = Session.open(database.url(surroundings.environment()))) {
            commits = session.query(LogCommand.class, "log", row -> Json.read(row.getString(1)), revision, limit);
        }
        Terminal terminal = surroundings.terminal();
        CommitText text = new CommitText(terminal);
        for (int i = 0; i < commits.size(); i++) {
            if (json) {
                terminal.json(commits.get(i));
            } else if (oneLine) {
                text.oneLine(commits.get(i));
            } else {
                if (i > 0) {
                    terminal.line();
                }
                text.full(commits.get(i));
            }
        }
        return ExitCode.OK.code();
    }
}
