package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One decision a merge needs. Values are written with the names of the merged schema.
 *
 * @param object the object, by its name in the merged facts
 * @param path the attribute in its facts, such as {@code columns, email, type}; empty for the object as a whole; ending
 *     in {@link #NAME} where the question is what to call it
 * @param kind why
 * @param base the value at the merge base; empty where there was none
 * @param ours our value; empty where we have none
 * @param theirs their value; empty where they have none
 * @param about what it is about, for people; empty when the kind says all
 */
public record Conflict(
        ObjectId object,
        List<String> path,
        ConflictKind kind,
        Optional<JsonNode> base,
        Optional<JsonNode> ours,
        Optional<JsonNode> theirs,
        String about)
        implements Comparable<Conflict> {
    /** Last element of the path of a conflict about a name; no attribute is called so. */
    public static final String NAME = "@name";

    private static final Map<String, String> UNITS = Map.of(
            "columns", "column",
            "attributes", "column",
            "constraints", "constraint",
            "indexes", "index",
            "triggers", "trigger",
            "policies", "policy",
            "rules", "rule");

    public Conflict {
        path = List.copyOf(path);
        base = base.map(JsonNode::deepCopy);
        ours = ours.map(JsonNode::deepCopy);
        theirs = theirs.map(JsonNode::deepCopy);
    }

    static Conflict of(
            ObjectId object,
            List<String> path,
            ConflictKind kind,
            JsonNode base,
            JsonNode ours,
            JsonNode theirs,
            String about) {
        return new Conflict(object, path, kind, present(base), present(ours), present(theirs), about);
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** What is in conflict: {@code column}, {@code index}, …, or the kind of the object. */
    public String unit() {
        boolean part = path.size() > 1 && UNITS.containsKey(path.get(0));
        return part ? UNITS.get(path.get(0)) : object.kind().text();
    }

    /** The word of the SQL API's column {@code conflict_type}, such as {@code column_modified}. */
    public String type() {
        return switch (kind) {
            case MODIFIED, TWO_DEFAULTS, FOREIGN_KEY_TYPES -> unit() + "_modified";
            case REMOVED -> unit() + "_removed";
            case ADDED, NAME_COLLISION, TWO_PRIMARY_KEYS, DUPLICATE_INDEX, OVERLAPPING_PARTITIONS -> unit() + "_added";
            case DANGLING_REFERENCE, BUILD_FAILURE -> kind.text();
        };
    }

    /** What stays the same about a conflict when a merge is tried again. */
    public Key key() {
        return new Key(object, path, kind);
    }

    /** Names a conflict within one merge. */
    public record Key(ObjectId object, List<String> path, ConflictKind kind) implements Comparable<Key> {
        public Key {
            path = List.copyOf(path);
        }

        @Override
        public int compareTo(Key other) {
            int byObject = object.compareTo(other.object);
            int byPath = byObject != 0 ? byObject : Paths.compare(path, other.path);
            return byPath != 0 ? byPath : kind.compareTo(other.kind);
        }
    }

    /** The same conflict as somebody sees it who merges the other way round. */
    public Conflict swapped() {
        return new Conflict(object, path, kind, base, theirs, ours, about);
    }

    @Override
    public int compareTo(Conflict other) {
        return key().compareTo(other.key());
    }
}
