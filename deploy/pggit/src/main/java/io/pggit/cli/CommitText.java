package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Commits as {@code git log} prints them. */
final class CommitText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx");
    private static final int SHORT_ID = 10;

    private final Terminal terminal;

    CommitText(Terminal terminal) {
        this.terminal = terminal;
    }

    void heading(String id, String branch, String author, String committedAt) {
        String where = branch.isEmpty() ? "" : terminal.styled(Style.NOTE, " (" + Printable.line(branch) + ")");
        terminal.line(terminal.styled(Style.ID, "commit " + Printable.line(id)) + where);
        terminal.line("Author: " + Printable.line(author));
        terminal.line("Date:   " + date(committedAt));
        terminal.line();
    }

    void message(String message) {
        Printable.text(message).strip().lines().forEach(line -> terminal.line(line.isEmpty() ? "" : "    " + line));
    }

    /** A row of {@code pggit.log} in full. */
    void full(JsonNode commit) {
        heading(
                commit.path("commit_id").asText(),
                commit.path("branch_name").asText(""),
                commit.path("author").asText(),
                commit.path("committed_at").asText());
        message(commit.path("message").asText());
        List<String> objects = Json.texts(commit.path("objects"));
        if (objects.size() > 1) {
            terminal.line();
            objects.forEach(object -> terminal.line(terminal.styled(Style.FAINT, "    " + Printable.line(object))));
        }
    }

    /** A row of {@code pggit.log} on one line. */
    void oneLine(JsonNode commit) {
        String subject =
                commit.path("message").asText().strip().lines().findFirst().orElse("");
        terminal.line(terminal.styled(Style.ID, shortId(commit.path("commit_id").asText())) + " "
                + Printable.line(subject)
                + terminal.styled(
                        Style.FAINT,
                        " · " + Printable.line(commit.path("author").asText())));
    }

    /** A unified diff, coloured by line. */
    void patch(String patch) {
        Printable.text(patch).lines().forEach(line -> terminal.line(styled(line)));
    }

    private String styled(String line) {
        if (line.startsWith("diff ") || line.startsWith("+++") || line.startsWith("---")) {
            return terminal.styled(Style.BOLD, line);
        }
        if (line.startsWith("@@")) {
            return terminal.styled(Style.NOTE, line);
        }
        if (line.startsWith("+")) {
            return terminal.styled(Style.GOOD, line);
        }
        return line.startsWith("-") ? terminal.styled(Style.BAD, line) : line;
    }

    /** The first digits of an id, enough to be unique in most databases. */
    static String shortId(String id) {
        return Printable.line(id.substring(0, Math.min(SHORT_ID, id.length())));
    }

    /** As git prints a date, in the time zone it was given in; empty for an empty text. */
    static String date(String iso) {
        return iso.isEmpty() ? "" : OffsetDateTime.parse(iso).format(DATE);
    }
}
