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
import picocli.CommandLine.Parameters;

/** {@code pggit diff}: what differs between two revisions. */
@Command(
        name = "diff",
        description = "Shows what differs between two revisions: for each object its definition, line by line.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit diff main                    what HEAD has that main has not, and the other way round",
            "  pggit diff main...feature/login    what feature/login did since it left main",
            "  pggit diff v1 v2 --sql > up.sql    the migration from v1 to v2",
            "  pggit diff yesterday --name-status"
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(
            arity = "1..2",
            paramLabel = "REV",
            description = "Branches, tags, commits, times; REV..REV, or REV...REV from their merge base. One: to HEAD.")
    private List<String> revisions = List.of();

    @Option(names = "--sql", description = "The statements that lead from the first to the second.")
    private boolean sql;

    @Option(names = "--name-status", description = "Only the objects: A added, M modified, D dropped.")
    private boolean names;

    @Option(names = "--exit-code", description = "Ends with code 1 when there is a difference.")
    private boolean exitCode;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RevisionRange range = RevisionRange.of(revisions);
        String from = range.sinceMergeBase()
                ? answer.texts(surroundings, DiffCommand.class, "merge_base", range.from(), range.to())
                        .get(0)
                : range.from();
        if (sql) {
            String script = answer.texts(surroundings, DiffCommand.class, "diff_as_sql", from, range.to())
                    .get(0);
            // for psql to run: written as it is
            surroundings.terminal().text(script.isEmpty() || script.endsWith("\n") ? script : script + "\n");
            return code(script.isEmpty());
        }
        List<JsonNode> rows = answer.rows(surroundings, DiffCommand.class, "diff", from, range.to());
        try (Pager pager = Pager.open(surroundings.terminal(), surroundings.environment())) {
            rows.forEach(row -> print(row, range, pager.terminal()));
        }
        return code(rows.isEmpty());
    }

    private int code(boolean equal) {
        return (exitCode && !equal ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private void print(JsonNode row, RevisionRange range, Terminal terminal) {
        String change = row.path("change_type").asText();
        String object = Printable.line(
                row.path("object_type").asText() + " " + row.path("object_name").asText());
        if (answer.json()) {
            terminal.json(row);
        } else if (names) {
            terminal.line(
                    switch (change) {
                        case "CREATE" -> terminal.styled(Style.GOOD, "A\t" + object);
                        case "DROP" -> terminal.styled(Style.BAD, "D\t" + object);
                        default -> terminal.styled(Style.NOTE, "M\t" + object);
                    });
        } else {
            PatchText text = new PatchText(terminal);
            text.print("diff " + object + "\n--- " + (change.equals("CREATE") ? "/dev/null" : range.from()) + "\n+++ "
                    + (change.equals("DROP") ? "/dev/null" : range.to()));
            String hunks = new DefinitionDiff(
                            row.path("old_definition").asText(""),
                            row.path("new_definition").asText(""))
                    .hunks();
            // a change that no line of the definition shows, such as a rename's
            text.print(hunks.isEmpty() ? row.path("ddl").asText("") : hunks);
        }
    }
}
