package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

/** {@code pggit tag}: lists, makes, deletes tags. */
@Command(
        name = "tag",
        description = "Lists tags; with a name makes one. A tag stays where it is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit tag",
            "  pggit tag v1.2 -m \"Release 1.2\"",
            "  pggit tag before-the-incident \"2026-01-20 14:00\"",
            "  pggit tag -d v1.2"
        },
        mixinStandardHelpOptions = true)
final class TagCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The tag to make or delete.")
    private Optional<String> name = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "REV", description = "What it names (default: HEAD).")
    private Optional<String> revision = Optional.empty();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Why.")
    private Optional<String> message = Optional.empty();

    @Option(
            names = {"-d", "--delete"},
            description = "Deletes the tag; its commit stays.")
    private boolean delete;

    TagCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (delete && (name.isEmpty() || revision.isPresent())) {
            throw new ParameterException(spec.commandLine(), "expected one tag to delete");
        }
        if (name.isEmpty()) {
            list(answer.rows(surroundings, TagCommand.class, "tags"));
        } else if (delete) {
            answer.texts(surroundings, TagCommand.class, "delete", name.get());
            said("deleted", name.get(), "Deleted tag " + name.get() + ".");
        } else {
            String sha = answer.texts(
                            surroundings,
                            TagCommand.class,
                            "tag",
                            name.get(),
                            revision.orElse("HEAD"),
                            message.orElse(null))
                    .get(0);
            said("target_sha", sha, "Tag " + name.get() + " is " + CommitText.shortId(sha) + ".");
        }
        return ExitCode.OK.code();
    }

    private void said(String key, String value, String sentence) {
        if (answer.json()) {
            surroundings.terminal().json(Json.object().put(key, value));
        } else {
            surroundings.terminal().line(sentence);
        }
    }

    private void list(List<JsonNode> tags) {
        Terminal terminal = surroundings.terminal();
        if (answer.json()) {
            tags.forEach(terminal::json);
            return;
        }
        Table table = new Table("tag", "commit", "made");
        tags.forEach(tag -> table.row(
                tag.path("name").asText(),
                CommitText.shortId(tag.path("target_sha").asText()),
                CommitText.date(tag.path("created_at").asText(""))));
        table.print(terminal, "");
    }
}
