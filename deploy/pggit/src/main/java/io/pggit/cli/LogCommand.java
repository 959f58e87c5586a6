package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Pager;
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
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit log                          from HEAD",
            "  pggit log feature/login -n 10 --oneline",
            "  pggit log --graph --all --oneline  every branch, drawn",
            "  pggit log --json | jq .message"
        },
        mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "REV",
            description = "Where to begin: HEAD (default), a branch, a tag, a commit id of 4 or more digits, a time.")
    private String revision = "HEAD";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many commits (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--oneline", description = "One line for each commit.")
    private boolean oneLine;

    @Option(names = "--graph", description = "Draws how commits descend from each other.")
    private boolean graph;

    @Option(names = "--all", description = "Every commit, on whatever branch or on none.")
    private boolean all;

    LogCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new Failure(ExitCode.USAGE, "-n must be 0 or more, was " + limit);
        }
        List<JsonNode> commits = all
                ? answer.rows(surroundings, LogCommand.class, "all", limit)
                : answer.rows(surroundings, LogCommand.class, "log", revision, limit);
        List<JsonNode> refs = answer.json() ? List.of() : answer.rows(surroundings, LogCommand.class, "refs");
        try (Pager pager = Pager.open(surroundings.terminal(), surroundings.environment())) {
            Terminal terminal = pager.terminal();
            CommitText text = new CommitText(terminal, new RefNames(refs));
            if (answer.json()) {
                commits.forEach(terminal::json);
            } else if (graph) {
                new GraphText(terminal, text).print(CommitOrder.childrenFirst(commits), oneLine);
            } else if (oneLine) {
                commits.forEach(commit -> terminal.line(text.oneLine(commit)));
            } else {
                print(commits, text, terminal);
            }
        }
        return ExitCode.OK.code();
    }

    private static void print(List<JsonNode> commits, CommitText text, Terminal terminal) {
        for (int i = 0; i < commits.size(); i++) {
            if (i > 0) {
                terminal.line();
            }
            text.full(commits.get(i)).forEach(terminal::line);
        }
    }
}
