package io.pggit.core.plan;

import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.Misplaced;
import io.pggit.core.plan.part.Refusal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The way from one state of a database to another.
 *
 * @param segments in order
 * @param refused what it does not change although it differs; empty for a complete plan
 * @param misplaced where columns will stand in another order, which makes no plan incomplete
 */
public record Plan(List<Segment> segments, List<Refusal> refused, List<Misplaced> misplaced) {
    /** Copies all lists. */
    public Plan {
        segments = List.copyOf(segments);
        refused = List.copyOf(refused);
        misplaced = List.copyOf(misplaced);
    }

    /** Whether there is nothing to do and nothing was refused. */
    public boolean isEmpty() {
        return segments.isEmpty() && refused.isEmpty();
    }

    /** All statements, in order. */
    public List<PlannedStatement> statements() {
        return segments.stream()
                .flatMap(segment -> segment.statements().stream())
                .toList();
    }

    /** Their text, in order. */
    public List<String> sql() {
        return statements().stream().map(PlannedStatement::sql).toList();
    }

    /** The hazards of all statements. */
    public SortedSet<Hazard> hazards() {
        SortedSet<Hazard> all = new TreeSet<>();
        statements().forEach(statement -> all.addAll(statement.hazards()));
        return all;
    }

    /** What is lost and no inverse brings back, in order; each once. */
    public List<String> dataLoss() {
        return statements().stream()
                .flatMap(statement -> statement.dataLoss().stream())
                .distinct()
                .toList();
    }
}
