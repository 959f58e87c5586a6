package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.merge.Conflict;
import io.pggit.core.merge.ConflictKind;
import io.pggit.core.merge.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What tells conflicts of one merge apart, as the database keeps it between two attempts. */
final class ConflictKeys {
    private ConflictKeys() {}

    static ObjectNode write(Conflict.Key key) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("why", key.kind().text());
        ObjectJson.write(key.object(), node.putObject("object"));
        key.path().forEach(node.putArray("path")::add);
        return node;
    }

    static Conflict.Key read(JsonNode key) throws QuestionRefused {
        List<String> path = new ArrayList<>();
        key.path("path").forEach(name -> path.add(name.asText()));
        try {
            return new Conflict.Key(
                    ObjectJson.read(key.path("object")),
                    path,
                    ConflictKind.valueOf(key.path("why").asText().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            throw new QuestionRefused(
                    "22023",
                    "A conflict of this merge was written by another version of pgGit: " + unknown.getMessage(),
                    "Abort the merge with pggit.abort_merge() and merge again.");
        }
    }

    /** Keys alone. */
    static Set<Conflict.Key> keys(JsonNode keys) throws QuestionRefused {
        Set<Conflict.Key> all = new TreeSet<>();
        for (JsonNode key : keys) {
            all.add(read(key));
        }
        return all;
    }

    /** Keys with the {@code resolution} of each; for one of somebody's own, the target's value stays. */
    static TreeMap<Conflict.Key, Resolution> answers(JsonNode answers) throws QuestionRefused {
        TreeMap<Conflict.Key, Resolution> all = new TreeMap<>();
        for (JsonNode answer : answers) {
            boolean theirs = answer.path("resolution").asText().equals("theirs");
            all.put(read(answer.path("key")), theirs ? Resolution.THEIRS : Resolution.OURS);
        }
        return all;
    }
}
