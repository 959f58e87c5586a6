package io.pggit.core.merge;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Three-way merge of schemas, attribute by attribute. Names come first: what either side renamed gets one name in all three
 * trees ({@link Frame}; labels of enums before that, {@link Relabelled}). Then each attribute is merged as its kind asks for ({@link TreeMerge}). Last, the merged schema is
 * looked through for what cannot be, or was not on either side ({@link SemanticChecks}). What has nothing to do with any of
 * it is left out from the beginning ({@link Bystanders}).
 *
 * <p>Favours neither side: the other way round, the result is the same but for the order of columns, and conflicts have
 * ours and theirs swapped.
 */
public final class SchemaMerge {
    /** Most times an answer may lead to a further question that is answered too. */
    private static final int ROUNDS = 10;

    private final Frame frame;
    private final Map<Conflict.Key, Resolution> answers;
    private final Candidate candidate;
    /** The same as it would be with their values where there are questions: what is wrong with ours only is no question yet. */
    private final Optional<Candidate> other;

    private SchemaMerge(
            SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs, Map<Conflict.Key, Resolution> answers) {
        this.frame = Frame.of(base, ours, theirs);
        this.answers = answers;
        this.candidate = new Candidate(frame, new Decisions(answers, Resolution.OURS));
        this.other = candidate.decisions().conflicts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidate(frame, new Decisions(answers, Resolution.THEIRS)));
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
        Relabelled trees = Relabelled.of(base, ours, theirs);
        Bystanders bystanders = Bystanders.of(trees.base(), trees.ours(), trees.theirs(), answers.values());
        return bystanders.joined(new SchemaMerge(
                        bystanders.without(trees.base()),
                        bystanders.without(trees.ours()),
                        bystanders.without(trees.theirs()),
                        answers)
                .run());
    }

    /** The same by way of every object, which comes to the same. */
    static MergeResult whole(
            SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs, Map<Conflict.Key, Resolution> answers) {
        Relabelled trees = Relabelled.of(base, ours, theirs);
        return new SchemaMerge(trees.base(), trees.ours(), trees.theirs(), answers).run();
    }

    private MergeResult run() {
        Decisions decisions = candidate.decisions();
        for (Finding finding : unanswered()) {
            decisions.raise(finding.conflict());
        }
        candidate.warn();
        other.ifPresent(variant -> {
            variant.warn();
            decisions.keepWarnings(variant.decisions().warnings());
        });
        FinalNames names = new FinalNames(frame, decisions);
        SortedMap<ObjectId, Facts> facts =
                names.apply(candidate.merged(), other.map(Candidate::merged).orElseGet(TreeMap::new));
        return new MergeResult(
                facts,
                decisions.conflicts(),
                decisions.warnings(),
                decisions.unproved(),
                decisions.doubtful(),
                names.from(frame.ours()),
                names.from(frame.theirs()));
    }

    /** Looks for conflicts of meaning, carries out the answers there are, and looks again. */
    private List<Finding> unanswered() {
        Set<Conflict.Key> carriedOut = new HashSet<>();
        List<Finding> findings = findings();
        for (int round = 0; round < ROUNDS; round++) {
            boolean changed = false;
            for (Finding finding : findings) {
                Conflict.Key key = finding.conflict().key();
                if (answers.containsKey(key) && carriedOut.add(key)) {
                    carryOut(candidate, finding);
                    other.ifPresent(variant -> carryOut(variant, finding));
                    changed = true;
                }
            }
            if (!changed) {
                break;
            }
            findings = findings();
        }
        findings.stream()
                .filter(finding -> carriedOut.contains(finding.conflict().key())
                        && finding.conflict().about().equals(Finding.PERHAPS))
                .forEach(finding -> candidate
                        .decisions()
                        .needsProof(
                                finding.conflict().object(), finding.conflict().path()));
        return findings.stream()
                .filter(finding -> !finding.isTolerable()
                        || !carriedOut.contains(finding.conflict().key()))
                .toList();
    }

    private void carryOut(Candidate variant, Finding finding) {
        variant.carryOut(finding, answers.get(finding.conflict().key()));
        variant.drawConsequences();
    }

    private List<Finding> findings() {
        Set<Problem> problems = candidate.problems();
        if (other.isPresent() && !problems.isEmpty()) {
            problems.retainAll(other.get().problems());
        }
        return SemanticChecks.findings(frame, problems);
    }
}
