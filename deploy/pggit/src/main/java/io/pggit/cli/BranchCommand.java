package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Table;
import io.pggit.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pggit branch}: lists, makes, deletes branches. */
@Command(
        name = "branch",
        description = "Lists branches; with a name makes one, which changes nothing in the live schema.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit branch                       all branches, * is HEAD",
            "  pggit branch feature/login         from HEAD",
            "  pggit branch hotfix v1.2           from a tag",
            "  pggit branch -d feature/login      when its commits are on another branch"
        },
        mixinStandardHelpOptions = true)
final class BranchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The branch to make or delete.")
    private Optional<String> name = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "REV", description = "Where it begins (default: HEAD).")
    private Optional<String> start = Optional.empty();

    @Option(
            names = {"-d", "--delete"},
            description = "Deletes the branch when another branch or a tag has its commits.")
    private boolean delete;

    @Option(
            names = {"-D", "--force-delete"},
            description = "Deletes the branch in any case.")
    private boolean force;

    BranchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        boolean deleting = delete || force;
        if (deleting && (name.isEmpty() || start.isPresent())) {
            throw new ParameterException(spec.commandLine(), "expected one branch to delete");
        }
        if (name.isEmpty()) {
            list(answer.rows(surroundings, BranchCommand.class, "branches"));
        } else if (deleting) {
            answer.texts(surroundings, BranchCommand.class, "delete", name.get(), force);
            said("deleted", "Deleted branch " + name.get() + ".");
        } else {
            answer.texts(surroundings, BranchCommand.class, "create", name.get(), start.orElse(null));
            said("created", "Branch " + name.get() + " begins at " + start.orElse("HEAD") + ".");
        }
        return ExitCode.OK.code();
    }

    private void said(String key, String sentence) {
        if (answer.json()) {
            surroundings.terminal().json(Json.object().put(key, name.orElseThrow()));
        } else {
            surroundings.terminal().line(sentence);
        }
    }

    private void list(List<JsonNode> branches) {
        Terminal terminal = surroundings.terminal();
        if (answer.json()) {
            branches.forEach(terminal::json);
            return;
        }
        Table table = new Table("", "branch", "status", "tip", "commits", "objects", "last commit");
        branches.forEach(branch -> table.row(
                branch.path("is_current").asBoolean() ? "*" : " ",
                branch.path("branch_name").asText(),
                branch.path("status").asText(),
                CommitText.shortId(branch.path("head_sha").asText("")),
                branch.path("commit_count").asText(""),
                branch.path("total_objects").asText(""),
                CommitText.date(branch.path("last_commit").asText(""))));
        table.print(terminal, "", row -> row.get(0).equals("*") ? Style.GOOD : Style.PLAIN);
    }
}
