package io.pggit.core.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectId;
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

    Set<Problem> problems() {
        if (touched.isEmpty()) {
            return Set.of();
        }
        Set<Problem> problems = problems(merged);
        if (!problems.isEmpty()) {
            problems.removeAll(problems(frame.ours().objects()));
            problems.removeAll(problems(frame.theirs().objects()));
        }
        unproved(frame.ours(), frame.theirs(), problems);
        unproved(frame.theirs(), frame.ours(), problems);
        return problems;
    }

    /** The questions problems lead to, in a fixed order. */
    static List<Finding> findings(Frame frame, Set<Problem> problems) {
        TreeMap<Conflict.Key, Finding> findings = new TreeMap<>();
        problems.forEach(problem -> add(finding(frame, problem), findings));
        return List.copyOf(findings.values());
    }

    /** One question per place, which is about everything the place needs. */
    private static void add(Finding finding, TreeMap<Conflict.Key, Finding> findings) {
        findings.merge(finding.conflict().key(), finding, (one, other) -> {
            LinkedHashSet<Finding.Place> others = new LinkedHashSet<>(one.others());
            others.addAll(other.others());
            return new Finding(one.conflict(), List.copyOf(others));
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

    private static Finding finding(Frame frame, Problem problem) {
        Conflict conflict = Conflict.of(
                problem.object(),
                problem.path(),
                problem.kind(),
                frame.base().get(problem.object(), problem.path()),
                frame.ours().get(problem.object(), problem.path()),
                frame.theirs().get(problem.object(), problem.path()),
                problem.about());
        return new Finding(conflict, problem.others());
    }

    /** Texts of one side that may use what the other renamed, and went into the merge as they were. */
    private void unproved(Frame.Tree side, Frame.Tree other, Set<Problem> problems) {
        side.unproved().forEach((id, paths) -> {
            for (List<String> path : paths) {
                var text = side.get(id, path);
                boolean used = merged.containsKey(id)
                        && Paths.get(merged.get(id), path).equals(text);
                if (used && !other.get(id, path).equals(text)) {
                    problems.add(Problem.of(id, path, ConflictKind.DANGLING_REFERENCE, Finding.PERHAPS));
                }
            }
        });
    }
}
