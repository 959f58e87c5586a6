package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.lex.SqlLexer;
import io.pggit.core.lex.Token;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What a merge does that may surprise: it depends on rows, or on text PostgreSQL does not look into. */
final class MergeWarnings {
    private final Frame frame;
    private final SortedMap<ObjectId, ObjectNode> merged;
    private final Set<ObjectId> touched;

    MergeWarnings(Frame frame, SortedMap<ObjectId, ObjectNode> merged, Set<ObjectId> touched) {
        this.frame = frame;
        this.merged = merged;
        this.touched = touched;
    }

    void find(Decisions decisions) {
        Set<String> goneFromOurs = gone(frame.ours());
        Set<String> goneFromTheirs = gone(frame.theirs());
        for (ObjectId id : touched) {
            ObjectNode facts = merged.get(id);
            if (facts == null) {
                continue;
            }
            facts.path("columns")
                    .properties()
                    .forEach(column -> notNull(id, column.getKey(), column.getValue(), decisions));
            if (NewNames.isRoutine(id)) {
                body(id, frame.ours(), goneFromTheirs, decisions);
                body(id, frame.theirs(), goneFromOurs, decisions);
            }
        }
    }

    private void notNull(ObjectId id, String column, JsonNode of, Decisions decisions) {
        List<String> path = List.of("columns", column);
        boolean fresh = frame.base().get(id, path).isMissingNode()
                && !frame.base().object(id).isMissingNode();
        boolean oneSide = frame.ours().get(id, path).isMissingNode()
                || frame.theirs().get(id, path).isMissingNode();
        boolean filled = of.has("default") || of.has("identity") || of.has("generated");
        if (fresh && oneSide && of.path("not_null").asBoolean() && !filled) {
            decisions.warn(
                    id, "column " + column + " is NOT NULL without a default: it fails where the table has rows");
        }
    }

    /** Names objects had at the merge base and no longer have on a side. */
    private Set<String> gone(Frame.Tree side) {
        Set<String> gone = new TreeSet<>();
        frame.base().names().objects().keySet().forEach(id -> {
            if (!side.names().objects().containsKey(id)) {
                gone.add(id.name());
            }
        });
        return gone;
    }

    private void body(ObjectId id, Frame.Tree writer, Set<String> goneFromOther, Decisions decisions) {
        String definition = writer.get(id, List.of("definition")).asText("");
        boolean kept = merged.get(id).path("definition").asText().equals(definition);
        if (!kept
                || goneFromOther.isEmpty()
                || frame.base().get(id, List.of("definition")).asText().equals(definition)) {
            return;
        }
        for (Token token : SqlLexer.read(definition)) {
            for (String word : token.text().split("[^\\p{Alnum}_]+")) {
                if (goneFromOther.contains(word)) {
                    decisions.warn(id, "its text mentions " + word + ", which the other side renamed or dropped");
                }
            }
        }
    }
}
