package io.pggit.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a function of pgGit did, as its audit row tells it. Where it ran statements, the rows of the same transaction
 * numbered above {@code since} are theirs: the statements need no label, and none can be forged.
 */
public sealed interface Operation {
    /**
     * Reads a row of {@link io.pggit.core.audit.AuditEvent#OPERATION}. A name this version does not know is only noted.
     *
     * @throws IllegalArgumentException when a detail is absent that such a row must have; names it
     */
    static Operation of(AuditRow row) {
        JsonNode details = row.evidence()
                .details()
                .<JsonNode>map(found -> found.tree())
                .orElseGet(() -> com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        return switch (row.operation()) {
            case "init" -> new Started(details.path("afresh").asBoolean());
            case "create_branch" -> new BranchCreated(required(details, "name"), required(details, "start"));
            case "delete_branch" -> new BranchDeleted(required(details, "name"));
            case "tag" -> new Tagged(required(details, "name"), required(details, "sha"));
            case "delete_tag" -> new TagDeleted(required(details, "name"));
            case "checkout" -> new CheckedOut(since(details), text(details, "branch"), required(details, "sha"));
            case "commit" -> new Committed(since(details), required(details, "message"), text(details, "author"));
            case "merge" ->
                new Merged(
                        since(details),
                        required(details, "target"),
                        required(details, "source_sha"),
                        required(details, "message"),
                        details.path("tree").isArray() ? Optional.of(tree(details.get("tree"))) : Optional.empty());
            case "revert" -> new Reverted(since(details), required(details, "message"));
            default -> new Noted(row.operation());
        };
    }

    private static String required(JsonNode details, String name) {
        return text(details, name)
                .orElseThrow(() -> new IllegalArgumentException("the details of an operation lack " + name));
    }

    private static Optional<String> text(JsonNode details, String name) {
        return Optional.ofNullable(details.path(name).textValue());
    }

    private static long since(JsonNode details) {
        return details.path("since").asLong();
    }

    private static List<TreeChange> tree(JsonNode elements) {
        List<TreeChange> changes = new ArrayList<>();
        for (JsonNode element : elements) {
            changes.add(new TreeChange(
                    id(element),
                    element.hasNonNull("previous") ? Optional.of(id(element.get("previous"))) : Optional.empty(),
                    element.hasNonNull("facts") ? Optional.of(Facts.of(element.get("facts"))) : Optional.empty()));
        }
        return changes;
    }

    private static ObjectId id(JsonNode element) {
        return new ObjectId(
                ObjectKind.of(required(element, "kind")),
                text(element, "schema"),
                required(element, "name"),
                text(element, "signature"));
    }

    /** Whether the statements that ran since belong to this operation and make no commit of their own. */
    default boolean claims(long seq) {
        return false;
    }

    /**
     * pgGit was initialised.
     *
     * @param afresh the database is a copy of another: nothing that was before counts any more
     */
    record Started(boolean afresh) implements Operation {}

    /** A branch now begins at a commit. */
    record BranchCreated(String name, String start) implements Operation {}

    /** A branch is gone; its commits stay. */
    record BranchDeleted(String name) implements Operation {}

    /** A name for a commit. */
    record Tagged(String name, String sha) implements Operation {}

    /** That name is gone. */
    record TagDeleted(String name) implements Operation {}

    /**
     * HEAD is somewhere else, and the live schema is what is there.
     *
     * @param branch the branch HEAD names now; empty: detached, at {@code sha}
     */
    record CheckedOut(long since, Optional<String> branch, String sha) implements Operation {
        @Override
        public boolean claims(long seq) {
            return seq > since;
        }
    }

    /** What the transaction did so far on HEAD's branch is one commit with this message. */
    record Committed(long since, String message, Optional<String> author) implements Operation {}

    /**
     * A commit with two parents.
     *
     * @param target the branch it is on
     * @param sourceSha the second parent
     * @param tree where the target is not HEAD: what the commit changes in the target's tree
     */
    record Merged(long since, String target, String sourceSha, String message, Optional<List<TreeChange>> tree)
            implements Operation {
        public Merged {
            tree = tree.map(List::copyOf);
        }

        @Override
        public boolean claims(long seq) {
            return tree.isEmpty() && seq > since;
        }
    }

    /** What a commit did was taken back by one more commit. */
    record Reverted(long since, String message) implements Operation {
        @Override
        public boolean claims(long seq) {
            return seq > since;
        }
    }

    /** Evidence; nothing follows from it for the history. */
    record Noted(String name) implements Operation {}

    /**
     * One object of a tree.
     *
     * @param previous its name before, where it has a new one
     * @param facts its definition; empty when it is gone
     */
    record TreeChange(ObjectId id, Optional<ObjectId> previous, Optional<Facts> facts) {}
}
