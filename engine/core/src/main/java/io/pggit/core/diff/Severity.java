package io.pggit.core.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change asks of those who use an object, in the words of semantic versioning. The order is by weight. */
public enum Severity {
    /** Nothing a query could see: comment, default, index, privileges, storage. */
    PATCH,
    /** Something more is there. */
    MINOR,
    /** Something is gone or no longer what it was. */
    MAJOR;

    private static final Set<String> QUIET = Set.of(
            "comment",
            "default",
            "owner",
            "grants",
            "options",
            "tablespace",
            "security_labels",
            "statistics",
            "storage",
            "compression",
            "indexes",
            "replica_identity",
            "persistence",
            "access_method",
            "validated",
            "cost",
            "rows",
            "start",
            "cache",
            "foreign_options");
    private static final Set<String> DERIVED =
            Set.of("column_order", "attribute_order", "depends_on", "uses", "not_null_name", "local", "inherited");
    private static final Set<String> NAMED =
            Set.of("columns", "attributes", "constraints", "triggers", "policies", "rules", "tables");
    private static final Set<String> SHAPE =
            Set.of("type", "arguments", "returns", "collation", "generated", "identity", "base_type", "variant");

    /** The weightiest of some changes of an object that is there before and after; none weigh as a patch. */
    public static Severity of(List<AttributeChange> changes) {
        return changes.stream().map(Severity::of).max(Enum::compareTo).orElse(PATCH);
    }

    private static Severity of(AttributeChange change) {
        List<String> path = change.path();
        if (path.isEmpty()) {
            return MAJOR;
        }
        String last = path.get(path.size() - 1);
        List<String> words = new ArrayList<>(path);
        if (NAMED.contains(path.get(0)) && path.size() > 1) {
            words.remove(1); // a column may be called comment
        }
        if (words.stream().anyMatch(word -> QUIET.contains(word) || DERIVED.contains(word))) {
            return PATCH;
        }
        if (last.equals("not_null")) {
            return change.after().filter(JsonNode::asBoolean).isPresent() ? MAJOR : MINOR;
        }
        if (last.equals("labels")) {
            return keepsAll(change.before(), change.after()) ? MINOR : MAJOR;
        }
        if (change.after().isEmpty() && path.size() <= 2) {
            return MAJOR;
        }
        return SHAPE.contains(last) && change.before().isPresent() ? MAJOR : MINOR;
    }

    private static boolean keepsAll(Optional<JsonNode> before, Optional<JsonNode> after) {
        Set<JsonNode> left = new HashSet<>();
        before.ifPresent(labels -> labels.forEach(left::add));
        after.ifPresent(labels -> labels.forEach(left::remove));
        return left.isEmpty();
    }
}
