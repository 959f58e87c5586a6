package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A merged schema in the making. */
final class Candidate {
    private final Frame frame;
    private final Decisions decisions;
    private final TreeMap<ObjectId, ObjectNode> merged = new TreeMap<>();
    /** What is not the same on both sides. */
    private final TreeSet<ObjectId> touched = new TreeSet<>();

    /** Merges attribute by attribute. */
    Candidate(Frame frame, Decisions decisions) {
        this.frame = frame;
        this.decisions = decisions;
        TreeSet<ObjectId> ids = new TreeSet<>(frame.base().objects().keySet());
        ids.addAll(frame.ours().objects().keySet());
        ids.addAll(frame.theirs().objects().keySet());
        ids.forEach(this::merge);
        frame.questions().forEach(this::freeName);
        drawConsequences();
    }

    /** Whoever chooses a side's name for one thing chooses it over what the other side calls so. */
    private void freeName(Conflict question) {
        Optional<Resolution> answer = decisions.answer(question);
        if (answer.isEmpty() || !(answer.get() instanceof Resolution.Side side)) {
            return;
        }
        SqlText name = new SqlText(answer.get().value(question).orElseThrow().asText());
        ObjectId id = question.object();
        Finding.Place holder = question.path().size() > 1
                ? new Finding.Place(id, List.of(question.path().get(0), name.lastName()))
                : new Finding.Place(FinalNames.named(id, name), List.of());
        boolean itself = question.path().size() > 1
                ? holder.path().equals(question.path().subList(0, 2))
                : holder.object().equals(id);
        boolean asked = frame.questions().stream()
                .anyMatch(other -> other.object().equals(holder.object())
                        && other.path().subList(0, other.path().size() - 1).equals(holder.path()));
        if (!itself && !asked && tree(side).get(holder.object(), holder.path()).isMissingNode()) {
            put(holder.object(), holder.path(), Paths.missing());
        }
    }

    private Frame.Tree tree(Resolution.Side side) {
        return switch (side.choice()) {
            case OURS -> frame.ours();
            case THEIRS -> frame.theirs();
            case BASE -> frame.base();
        };
    }

    private void merge(ObjectId id) {
        if (!frame.ours().object(id).equals(frame.theirs().object(id))) {
            touched.add(id);
        }
        if (new TreeMerge(id, decisions, frame).merge() instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            follow(id, copy);
            merged.put(id, copy);
        }
    }

    /** What derives from the text of a view or routine comes from the side the text is from. */
    private void follow(ObjectId id, ObjectNode object) {
        List<String> path = List.of(Followers.text(id));
        JsonNode text = Paths.get(object, path);
        if (text.isMissingNode()
                || frame.ours().get(id, path).equals(frame.theirs().get(id, path))) {
            return;
        }
        for (Frame.Tree tree : List.of(frame.ours(), frame.theirs(), frame.base())) {
            if (tree.get(id, path).equals(text)) {
                Followers.copy(id, tree.object(id), object);
                return;
            }
        }
    }

    TreeMap<ObjectId, ObjectNode> merged() {
        return merged;
    }

    Decisions decisions() {
        return decisions;
    }

    Set<Problem> problems() {
        return new SemanticChecks(frame, merged, touched).problems();
    }

    void warn() {
        new MergeWarnings(frame, merged, touched).find(decisions);
    }

    void drawConsequences() {
        new Consequences(merged, touched).draw();
    }

    /** Does what was answered; a side is chosen for everything the question is about. */
    void carryOut(Finding finding, Resolution answer) {
        Conflict conflict = finding.conflict();
        if (answer instanceof Resolution.Side side) {
            Frame.Tree tree = tree(side);
            finding.others()
                    .forEach(place -> put(place.object(), place.path(), tree.get(place.object(), place.path())));
        }
        put(conflict.object(), conflict.path(), answer.value(conflict).orElseGet(Paths::missing));
    }

    private void put(ObjectId id, List<String> path, JsonNode value) {
        boolean nothingLeft = value.isMissingNode() && path.equals(List.of(Followers.text(id)));
        if (path.isEmpty() || nothingLeft) {
            if (value instanceof ObjectNode object) {
                merged.put(id, object.deepCopy());
            } else {
                merged.remove(id);
            }
            return;
        }
        Optional<ObjectNode> object = Optional.ofNullable(merged.get(id));
        object.ifPresent(facts -> {
            Paths.set(facts, path, value);
            if (path.size() == 2 && path.get(0).equals("columns")) {
                order(facts.withArray("column_order"), path.get(1), value);
            }
        });
    }

    private static void order(ArrayNode order, String column, JsonNode value) {
        boolean listed = false;
        for (JsonNode name : order) {
            listed |= name.asText().equals(column);
        }
        if (value.isMissingNode()) {
            order.removeIf(name -> name.asText().equals(column));
        } else if (!listed) {
            order.add(column);
        }
    }
}
