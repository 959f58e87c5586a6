package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log with the graph before it and the names of branches and tags in it. */
final class GraphText {
    private final Terminal terminal;
    private final boolean oneLine;
    private final Map<String, List<String>> names = new HashMap<>();

    /** {@code refs}: name, sha, tag (boolean), head (boolean). */
    GraphText(Terminal terminal, boolean oneLine, List<JsonNode> refs) {
        this.terminal = terminal;
        this.oneLine = oneLine;
        for (JsonNode ref : refs) {
            String name = Printable.line(ref.path("name").asText());
            names.computeIfAbsent(ref.path("sha").asText(), sha -> new ArrayList<>())
                    .add(
                            ref.path("tag").asBoolean()
                                    ? "tag: " + name
                                    : ref.path("head").asBoolean() ? "HEAD -> " + name : name);
        }
    }

    void print(List<JsonNode> commits) {
        CommitGraph graph = new CommitGraph();
        for (JsonNode commit : commits) {
            CommitGraph.Drawing drawing =
                    graph.add(commit.path("commit_id").asText(), Json.texts(commit.path("parents")));
            List<String> text = oneLine ? List.of(subject(commit)) : paragraph(commit);
            int lines = Math.max(text.size(), drawing.links().size() + 1);
            for (int i = 0; i < lines; i++) {
                String before = i == 0
                        ? drawing.mark()
                        : i <= drawing.links().size() ? drawing.links().get(i - 1) : drawing.rest();
                String line = before + (i < text.size() ? text.get(i) : "");
                terminal.line(line.stripTrailing());
            }
        }
    }

    private String subject(JsonNode commit) {
        String sha = commit.path("commit_id").asText();
        return terminal.styled(Style.ID, CommitText.shortId(sha)) + decoration(sha) + " "
                + Printable.line(commit.path("message")
                        .asText()
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse(""))
                + terminal.styled(
                        Style.FAINT,
                        " · " + Printable.line(commit.path("author").asText()));
    }

    private List<String> paragraph(JsonNode commit) {
        String sha = commit.path("commit_id").asText();
        List<String> lines = new ArrayList<>();
        lines.add(terminal.styled(Style.ID, "commit " + Printable.line(sha)) + decoration(sha));
        lines.add("Author: " + Printable.line(commit.path("author").asText()));
        lines.add("Date:   " + CommitText.date(commit.path("committed_at").asText("")));
        lines.add("");
        Printable.text(commit.path("message").asText()).strip().lines().forEach(line -> lines.add("    " + line));
        lines.add("");
        return lines;
    }

    private String decoration(String sha) {
        List<String> here = names.getOrDefault(sha, List.of());
        return here.isEmpty() ? "" : terminal.styled(Style.NOTE, " (" + String.join(", ", here) + ")");
    }
}
