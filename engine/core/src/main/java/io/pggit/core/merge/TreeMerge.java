package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Merges the facts of one object, attribute by attribute, each as its {@link Shape} asks for. */
final class TreeMerge {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectId id;
    private final Decisions decisions;
    private final JsonNode base;
    private final JsonNode ours;
    private final JsonNode theirs;
    private final Frame frame;

    TreeMerge(ObjectId id, Decisions decisions, Frame frame) {
        this.id = id;
        this.decisions = decisions;
        this.base = frame.base().object(id);
        this.ours = frame.ours().object(id);
        this.theirs = frame.theirs().object(id);
        this.frame = frame;
    }

    /** The merged facts; the missing node when the object is gone. */
    JsonNode merge() {
        return node(List.of(), base, ours, theirs);
    }

    private JsonNode node(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        if (o.equals(t)) {
            return o;
        }
        if (t.equals(b) || o.equals(b)) {
            boolean renamed = (o.isMissingNode() || t.isMissingNode()) && frame.isRenamed(id, path);
            return renamed ? removedOrKept(path, b, o, t) : t.equals(b) ? o : t;
        }
        Unproved text = new Unproved(id, path);
        if (o.isTextual()
                && frame.theirRenames().contains(text)
                && !frame.ours().isUnproved(text)) {
            return o;
        }
        if (t.isTextual()
                && frame.ourRenames().contains(text)
                && !frame.theirs().isUnproved(text)) {
            return t;
        }
        return switch (Shape.of(path)) {
            case OPEN -> o.isArray() || t.isArray() ? plain(path, b, o, t) : open(path, b, o, t);
            case GRANTS -> grants(path, b, o, t);
            case SET -> set(b, o, t);
            case SEQUENCE -> sequence(path, b, o, t);
            case COLUMN_ORDER -> columnOrder(b, o, t);
            case QUERY -> query(path, b, o, t);
            case ROUTINE -> NewNames.isRoutine(id) ? routine(path, b, o, t) : plain(path, b, o, t);
            case TRIGGER -> trigger(path, b, o, t);
            case USES -> uses(path, b, o, t);
            case PLAIN -> plain(path, b, o, t);
        };
    }

    private JsonNode plain(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        if (o.isMissingNode() || t.isMissingNode()) {
            return removedOrKept(path, b, o, t);
        }
        if (o.isObject() && t.isObject() && (b.isObject() || b.isMissingNode())) {
            return b.isMissingNode() ? added(path, o, t) : members(path, b, o, t);
        }
        return conflict(path, b.isMissingNode() ? ConflictKind.ADDED : ConflictKind.MODIFIED, b, o, t);
    }

    private JsonNode removedOrKept(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        JsonNode left = o.isMissingNode() ? t : o;
        if (Derived.same(b, left) && !frame.isRenamed(id, path)) {
            return Paths.missing();
        }
        return conflict(path, Shape.isUnit(path) ? ConflictKind.REMOVED : ConflictKind.MODIFIED, b, o, t);
    }

    private JsonNode members(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        ObjectNode merged = JSON.objectNode();
        for (String name : names(b, o, t)) {
            JsonNode value = node(Paths.inner(path, name), b.path(name), o.path(name), t.path(name));
            if (!value.isMissingNode()) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    /** Both sides made it: whatever differs is for somebody to decide, also what only one side has. */
    private JsonNode added(List<String> path, JsonNode o, JsonNode t) {
        ObjectNode merged = JSON.objectNode();
        for (String name : names(o, t)) {
            List<String> inner = Paths.inner(path, name);
            JsonNode our = o.path(name);
            JsonNode their = t.path(name);
            JsonNode none = Paths.missing();
            JsonNode value;
            if (our.equals(their)) {
                value = our;
            } else if (our.isObject() && their.isObject() && Shape.of(inner) != Shape.USES) {
                value = Shape.of(inner) == Shape.GRANTS ? grants(inner, none, our, their) : added(inner, our, their);
            } else {
                value = switch (Shape.of(inner)) {
                    case SET -> set(none, our, their);
                    case USES -> uses(inner, none, our, their);
                    case COLUMN_ORDER -> columnOrder(none, our, their);
                    default -> conflict(inner, ConflictKind.ADDED, none, our, their);
                };
            }
            if (!value.isMissingNode()) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private JsonNode open(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        JsonNode merged = members(path, b, o, t);
        // a table without columns says so; nothing else that is empty is there
        boolean columns = path.equals(List.of("columns")) || path.equals(List.of("attributes"));
        return merged.isEmpty() && !columns ? Paths.missing() : merged;
    }

    private static TreeSet<String> names(JsonNode... nodes) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode node : nodes) {
            node.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    private JsonNode grants(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        if (path.size() > 1) {
            return GrantMerge.ofColumn(b, o, t);
        }
        JsonNode owner = node(List.of("owner"), base.path("owner"), ours.path("owner"), theirs.path("owner"));
        return GrantMerge.of(
                id.kind(),
                new GrantMerge.Side(b, base.path("owner").asText()),
                new GrantMerge.Side(o, ours.path("owner").asText()),
                new GrantMerge.Side(t, theirs.path("owner").asText()),
                owner.asText());
    }

    private static JsonNode set(JsonNode b, JsonNode o, JsonNode t) {
        Set<String> merged = GrantMerge.set(Set.copyOf(texts(b)), Set.copyOf(texts(o)), Set.copyOf(texts(t)));
        return merged.isEmpty() ? Paths.missing() : array(merged);
    }

    private JsonNode uses(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        if (o.isArray() || t.isArray()) {
            boolean gone = o.isMissingNode() && b.equals(t) || t.isMissingNode() && b.equals(o);
            return gone
                    ? Paths.missing()
                    : array(GrantMerge.set(Set.copyOf(texts(b)), Set.copyOf(texts(o)), Set.copyOf(texts(t))));
        }
        ObjectNode merged = JSON.objectNode();
        for (String name : names(b, o, t)) {
            JsonNode our = o.path(name);
            JsonNode their = t.path(name);
            JsonNode before = b.path(name);
            boolean settled = our.equals(their) || their.equals(before);
            JsonNode value =
                    settled ? our : our.equals(before) ? their : uses(Paths.inner(path, name), before, our, their);
            if (!value.isMissingNode()) {
                merged.set(name, value);
            }
        }
        return merged.isEmpty() ? Paths.missing() : merged;
    }

    private JsonNode sequence(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        Optional<SequenceMerge> merged = SequenceMerge.of(texts(b), texts(o), texts(t));
        if (merged.isEmpty() || path.equals(List.of("labels")) && Relabelled.isQuestion(texts(b), texts(o), texts(t))) {
            return conflict(path, ConflictKind.MODIFIED, b, o, t);
        }
        if (merged.get().samePlace()) {
            decisions.warn(id, "both sides added to " + String.join(".", path) + " at one place; the order was chosen");
        }
        List<String> values = merged.get().values();
        return values.isEmpty() ? Paths.missing() : array(values);
    }

    /** Ours first, then what theirs adds; never a conflict. */
    private static JsonNode columnOrder(JsonNode b, JsonNode o, JsonNode t) {
        Set<String> order = new LinkedHashSet<>(texts(o));
        order.addAll(texts(t));
        List<String> before = texts(b);
        order.removeIf(name -> before.contains(name) && !(texts(o).contains(name) && texts(t).contains(name)));
        return array(order);
    }

    private JsonNode query(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        Optional<String> merged = LineMerge.of(b.asText(), o.asText(), t.asText());
        if (merged.isEmpty() || b.isMissingNode() || o.isMissingNode() || t.isMissingNode()) {
            return plain(path, b, o, t);
        }
        return byLine(path, b, o, t, merged.get());
    }

    private JsonNode routine(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        Optional<RoutineText.Merged> merged = RoutineText.merge(b.asText(), o.asText(), t.asText());
        if (merged.isEmpty()) {
            return plain(path, b, o, t);
        }
        String definition = merged.get().definition();
        return merged.get().byLine() ? byLine(path, b, o, t, definition) : TextNode.valueOf(definition);
    }

    /** Good until PostgreSQL refuses it; then it is for somebody to decide. */
    private JsonNode byLine(List<String> path, JsonNode b, JsonNode o, JsonNode t, String merged) {
        Conflict question =
                Conflict.of(id, path, ConflictKind.BUILD_FAILURE, b, o, t, "merged by line, and PostgreSQL refuses it");
        Optional<Resolution> answer = decisions.answer(question);
        if (answer.isPresent()) {
            return answer.get().value(question).orElseGet(Paths::missing);
        }
        decisions.mergedByLine(question);
        return TextNode.valueOf(merged);
    }

    private JsonNode trigger(List<String> path, JsonNode b, JsonNode o, JsonNode t) {
        Optional<String> merged = TriggerText.merge(b.asText(), o.asText(), t.asText());
        return merged.<JsonNode>map(TextNode::valueOf).orElseGet(() -> plain(path, b, o, t));
    }

    private JsonNode conflict(List<String> path, ConflictKind kind, JsonNode b, JsonNode o, JsonNode t) {
        // what PostgreSQL derives from a text is settled together with the text
        boolean follows = id.kind() == ObjectKind.VIEW || id.kind() == ObjectKind.MATERIALIZED_VIEW
                ? Followers.ofQuery(path)
                : NewNames.isRoutine(id) && Followers.ofRoutine(path);
        if (follows && !ours.path(Followers.text(id)).equals(theirs.path(Followers.text(id)))) {
            return o;
        }
        return decisions.decide(Conflict.of(id, path, kind, b, o, t, ""));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static ArrayNode array(Iterable<String> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
