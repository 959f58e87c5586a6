package io.pggit.core.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Conflicts of meaning: each attribute merges, and the whole makes no sense. Each side makes sense, since PostgreSQL took
 * it; so what is found on a side too is none. Only what differs between the sides is looked at.
 */
final class SemanticChecks {
    private final Frame frame;
    private final SortedMap<ObjectId, ObjectNode> merged;
    private final Set<ObjectId> touched;

    SemanticChecks(Frame frame, SortedMap<ObjectId, ObjectNode> merged, Set<ObjectId> touched) {
        this.frame = frame;
        this.merged = merged;
        this.touched = touched;
    }

    List<Finding> findings() {
        if (touched.isEmpty()) {
            return List.of();
        }
        Set<Problem> problems = problems(merged);
        if (!problems.isEmpty()) {
            problems.removeAll(problems(frame.ours().objects()));
            problems.removeAll(problems(frame.theirs().objects()));
        }
        TreeMap<Conflict.Key, Finding> findings = new TreeMap<>();
        problems.forEach(problem -> add(finding(problem), findings));
        unproved(frame.ours(), frame.theirs()).forEach(finding -> add(finding, findings));
        unproved(frame.theirs(), frame.ours()).forEach(finding -> add(finding, findings));
        return List.copyOf(findings.values());
    }

    /** One question per place, which brings back everything the place needs. */
    private static void add(Finding finding, TreeMap<Conflict.Key, Finding> findings) {
        findings.merge(finding.conflict().key(), finding, (one, other) -> {
            LinkedHashSet<Finding.Lost> lost = new LinkedHashSet<>(one.lost());
            lost.addAll(other.lost());
            return new Finding(one.conflict(), List.copyOf(lost));
        });
    }

    private Set<Problem> problems(SortedMap<ObjectId, ObjectNode> objects) {
        SchemaView view = new SchemaView(objects);
        Set<Problem> problems = new LinkedHashSet<>();
        LostReferences references = new LostReferences(frame, view, problems);
        TableChecks tables = new TableChecks(view, problems);
        for (ObjectId id : touched) {
            if (objects.containsKey(id)) {
                references.check(id);
                tables.check(id);
            }
        }
        new RelationNames(view, problems).check(touched);
        new PartitionChecks(view, problems).check(touched);
        return problems;
    }

    private Finding finding(Problem problem) {
        Conflict conflict = Conflict.of(
                problem.object(),
                problem.path(),
                problem.kind(),
                frame.base().get(problem.object(), problem.path()),
                frame.ours().get(problem.object(), problem.path()),
                frame.theirs().get(problem.object(), problem.path()),
                problem.about());
        return new Finding(conflict, problem.lost());
    }

    /** Texts of one side that may use what the other renamed, and went into the merge as they were. */
    private List<Finding> unproved(Frame.Tree side, Frame.Tree other) {
        List<Finding> findings = new ArrayList<>();
        side.unproved().forEach((id, paths) -> {
            for (List<String> path : paths) {
                var text = side.get(id, path);
                boolean used = merged.containsKey(id)
                        && Paths.get(merged.get(id), path).equals(text);
                if (used && !other.get(id, path).equals(text)) {
                    findings.add(finding(Problem.of(
                            id, path, ConflictKind.DANGLING_REFERENCE, "it may use what the other side renamed")));
                }
            }
        });
        return findings;
    }
}
