package io.pggit.core.plan;

import io.pggit.core.plan.PlannedStatement.Action;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Cuts the ordered statements into segments. */
final class Segmentation {
    private final Situation situation;
    private final List<Segment> segments = new ArrayList<>();
    private final List<PlannedStatement> open = new ArrayList<>();
    private final SortedSet<PartId> uncommitted = new TreeSet<>();

    Segmentation(Situation situation, List<PlannedStatement> first) {
        this.situation = situation;
        this.open.addAll(first);
    }

    void add(io.pggit.core.plan.order.Action action, List<Step> steps) {
        if (!steps.isEmpty() && usesUncommitted(action.part())) {
            close();
        }
        for (Step step : steps) {
            PlannedStatement statement = PlannedStatement.of(step, action.part().object(), deed(action));
            switch (step.transaction()) {
                case ANY -> open.add(statement);
                case COMMIT_BEFORE_USE -> {
                    open.add(statement);
                    uncommitted.add(action.part());
                }
                case NONE -> {
                    close();
                    segments.add(new Segment(false, List.of(statement)));
                }
            }
        }
    }

    /** Directly or through others: a view on a table with a column of an enum. */
    private boolean usesUncommitted(PartId id) {
        return situation.after().part(id).stream()
                .flatMap(part -> part.uses().stream())
                .anyMatch(used -> uncommitted.contains(used)
                        || used.kind() == PartKind.OBJECT && !uncommitted.isEmpty() && usesUncommittedDirectly(used));
    }

    private boolean usesUncommittedDirectly(PartId id) {
        return situation.after().partsOf(id.object()).values().stream()
                .anyMatch(part -> part.uses().stream().anyMatch(uncommitted::contains));
    }

    private void close() {
        if (!open.isEmpty()) {
            segments.add(new Segment(true, open));
            open.clear();
        }
        uncommitted.clear();
    }

    List<Segment> segments() {
        close();
        return segments;
    }

    private static Action deed(io.pggit.core.plan.order.Action action) {
        return switch (action.deed()) {
            case CREATE -> action.part().kind() == PartKind.OBJECT ? Action.CREATE : Action.ALTER;
            case ALTER -> Action.ALTER;
            case DROP -> action.part().kind() == PartKind.OBJECT ? Action.DROP : Action.ALTER;
            case RETIRE -> Action.RENAME;
        };
    }
}
