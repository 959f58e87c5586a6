package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Commits as {@code git log} prints them. */
final class CommitText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx");
    private static final int SHORT_ID = 10;

    private final Terminal terminal;
    private final RefNames names;

    CommitText(Terminal terminal, RefNames names) {
        this.terminal = terminal;
        this.names = names;
    }

    /** What stands above a message, an empty line at its end. {@code branch}: the one it was made on; empty when not known. */
    List<String> heading(String id, String author, String committedAt, String branch) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.styled(Style.ID, "commit " + Printable.line(id)) + names.after(id, terminal));
        lines.add("Author: " + Printable.line(author));
        lines.add("Date:   " + date(committedAt));
        if (!branch.isEmpty()) {
            lines.add("Branch: " + Printable.line(branch));
        }
        lines.add("");
        return lines;
    }

    List<String> message(String message) {
        return Printable.text(message)
                .strip()
                .lines()
                .map(line -> line.isEmpty() ? "" : "    " + line)
                .toList();
    }

    /** A row of {@code pggit.log} in full. */
    List<String> full(JsonNode commit) {
        List<String> lines = heading(
                commit.path("commit_id").asText(),
                commit.path("author").asText(),
                commit.path("committed_at").asText(),
                commit.path("branch_name").asText(""));
        lines.addAll(message(commit.path("message").asText()));
        List<String> objects = Json.texts(commit.path("objects"));
        if (objects.size() > 1) {
            lines.add("");
            objects.forEach(object -> lines.add(terminal.styled(Style.FAINT, "    " + Printable.line(object))));
        }
        return lines;
    }

    /** A row of {@code pggit.log} on one line. */
    String oneLine(JsonNode commit) {
        String id = commit.path("commit_id").asText();
        String subject =
                commit.path("message").asText().strip().lines().findFirst().orElse("");
        return terminal.styled(Style.ID, shortId(id)) + names.after(id, terminal) + " " + Printable.line(subject)
                + terminal.styled(
                        Style.FAINT,
                        " · " + Printable.line(commit.path("author").asText()));
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
