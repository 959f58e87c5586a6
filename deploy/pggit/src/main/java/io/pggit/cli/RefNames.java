package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The branches and tags that name commits. */
final class RefNames {
    /** No commit has a name, or none is asked for. */
    static final RefNames NONE = new RefNames(List.of());

    private final Map<String, List<String>> names = new HashMap<>();

    /** {@code refs}: name, sha, tag (boolean), head (boolean). */
    RefNames(List<JsonNode> refs) {
        for (JsonNode ref : refs) {
            String name = Printable.line(ref.path("name").asText());
            names.computeIfAbsent(ref.path("sha").asText(), sha -> new ArrayList<>())
                    .add(
                            ref.path("tag").asBoolean()
                                    ? "tag: " + name
                                    : ref.path("head").asBoolean() ? "HEAD -> " + name : name);
        }
    }

    /** What git puts behind the id of a commit, {@code " (HEAD -> main, tag: v1)"}; empty for one without a name. */
    String after(String sha, Terminal terminal) {
        List<String> here = names.getOrDefault(sha, List.of());
        return here.isEmpty() ? "" : terminal.styled(Style.NOTE, " (" + String.join(", ", here) + ")");
    }
}
