package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Three-way merge of schemas, attribute by attribute. Names come first: what either side renamed gets one name in all three
 * trees ({@link Frame}). Then each attribute is merged as its kind asks for ({@link TreeMerge}). Last, the merged schema is
 * looked through for what cannot be, or was not on either side ({@link SemanticChecks}).
 *
 * <p>Favours neither side: the other way round, the result is the same but for the order of columns, and conflicts have
 * ours and theirs swapped.
 */
public final class SchemaMerge {
    /** Most times an answer may lead to a further question that is answered too. */
    private static final int ROUNDS = 10;

    private final Frame frame;
    private final Map<Conflict.Key, Resolution> answers;
    private final Decisions decisions;
    private final TreeMap<ObjectId, ObjectNode> merged = new TreeMap<>();
    private final TreeSet<ObjectId> touched = new TreeSet<>();

    private SchemaMerge(
            SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs, Map<Conflict.Key, Resolution> answers) {
        this.frame = Frame.of(base, ours, theirs);
        this.answers = answers;
        this.decisions = new Decisions(answers);
    }

    /** Merges. */
    public static MergeResult merge(SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs) {
        return merge(base, ours, theirs, Map.of());
    }

    /**
     * Merges with answers to conflicts of an earlier merge of the same three; answers to what is no conflict are ignored.
     * An answer may bring up further conflicts.
     */
    public static MergeResult merge(
            SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs, Map<Conflict.Key, Resolution> answers) {
        return new SchemaMerge(base, ours, theirs, answers).run();
    }

    private MergeResult run() {
        attributes();
        Consequences consequences = new Consequences(merged, touched);
        consequences.draw();
        checks(consequences);
        FinalNames names = new FinalNames(frame, decisions);
        SortedMap<ObjectId, Facts> facts = names.apply(merged);
        return new MergeResult(
                facts,
                decisions.conflicts(),
                decisions.warnings(),
                decisions.unproved(),
                names.from(frame.ours()),
                names.from(frame.theirs()));
    }

    private void attributes() {
        TreeSet<ObjectId> ids = new TreeSet<>(frame.base().objects().keySet());
        ids.addAll(frame.ours().objects().keySet());
        ids.addAll(frame.theirs().objects().keySet());
        for (ObjectId id : ids) {
            JsonNode ours = frame.ours().object(id);
            JsonNode theirs = frame.theirs().object(id);
            if (!ours.equals(theirs)) {
                touched.add(id);
            }
            JsonNode value = new TreeMerge(id, decisions, frame).merge();
            if (value instanceof ObjectNode object) {
                ObjectNode copy = object.deepCopy();
                follow(id, copy);
                merged.put(id, copy);
            }
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

    /** Looks for conflicts of meaning, carries out the answers there are, and looks again. */
    private void checks(Consequences consequences) {
        Set<Conflict.Key> carriedOut = new HashSet<>();
        List<Finding> findings = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            findings = new SemanticChecks(frame, merged, touched).findings();
            boolean changed = false;
            for (Finding finding : findings) {
                Optional<Resolution> answer = decisions.answer(finding.conflict());
                if (answer.isPresent() && carriedOut.add(finding.conflict().key())) {
                    carryOut(finding, answer.get());
                    changed = true;
                }
            }
            if (!changed) {
                break;
            }
            consequences.draw();
        }
        for (Finding finding : findings) {
            boolean accepted = finding.isTolerable()
                    && answers.containsKey(finding.conflict().key());
            if (!accepted) {
                decisions.raise(finding.conflict());
            }
        }
        new MergeWarnings(frame, merged, touched).find(decisions);
    }

    private void carryOut(Finding finding, Resolution answer) {
        Conflict conflict = finding.conflict();
        JsonNode value = answer.value(conflict).orElseGet(Paths::missing);
        put(conflict.object(), conflict.path(), value);
        if (answer instanceof Resolution.Side side && !value.isMissingNode()) {
            Frame.Tree tree = switch (side.choice()) {
                case OURS -> frame.ours();
                case THEIRS -> frame.theirs();
                case BASE -> frame.base();
            };
            finding.lost().forEach(lost -> restore(tree, lost));
        }
    }

    private void restore(Frame.Tree tree, Finding.Lost lost) {
        JsonNode value = tree.get(lost.object(), lost.path());
        if (!value.isMissingNode()) {
            put(lost.object(), lost.path(), value);
            if (lost.path().size() == 2 && lost.path().get(0).equals("columns")) {
                merged.get(lost.object())
                        .withArray("column_order")
                        .add(lost.path().get(1));
            }
        }
    }

    private void put(ObjectId id, List<String> path, JsonNode value) {
        if (!path.isEmpty()) {
            Optional.ofNullable(merged.get(id)).ifPresent(object -> Paths.set(object, path, value));
        } else if (value instanceof ObjectNode object) {
            merged.put(id, object.deepCopy());
        } else {
            merged.remove(id);
        }
    }
}
