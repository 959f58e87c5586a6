package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** A log with the graph before it. */
final class GraphText {
    private final Terminal terminal;
    private final CommitText text;

    GraphText(Terminal terminal, CommitText text) {
        this.terminal = terminal;
        this.text = text;
    }

    void print(List<JsonNode> commits, boolean oneLine) {
        CommitGraph graph = new CommitGraph();
        for (JsonNode commit : commits) {
            CommitGraph.Drawing drawing =
                    graph.add(commit.path("commit_id").asText(), Json.texts(commit.path("parents")));
            List<String> lines = oneLine ? List.of(text.oneLine(commit)) : paragraph(commit);
            int height = Math.max(lines.size(), drawing.links().size() + 1);
            for (int i = 0; i < height; i++) {
                String before = i == 0
                        ? drawing.mark()
                        : i <= drawing.links().size() ? drawing.links().get(i - 1) : drawing.rest();
                terminal.line((before + (i < lines.size() ? lines.get(i) : "")).stripTrailing());
            }
        }
    }

    private List<String> paragraph(JsonNode commit) {
        List<String> lines = new ArrayList<>(text.full(commit));
        lines.add("");
        return lines;
    }
}
