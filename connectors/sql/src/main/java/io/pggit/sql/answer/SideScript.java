package io.pggit.sql.answer;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.Renames;
import io.pggit.core.plan.PlannedStatement;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one side of a merge did to each object since the merge base, as statements. */
final class SideScript {
    private final List<PlannedStatement> statements;
    private final Renames sinceBase;
    private final Renames toMerged;

    /**
     * What leads from one tree to the other.
     *
     * @param sinceBase what the side gave new names
     * @param toMerged what the merge gives other names than the side
     */
    SideScript(
            SortedMap<ObjectId, Facts> base,
            SortedMap<ObjectId, Facts> side,
            Renames sinceBase,
            Renames toMerged,
            PlanOptions options) {
        this.statements = Planner.plan(base, side, sinceBase.inOrder(), options).statements();
        this.sinceBase = sinceBase;
        this.toMerged = toMerged;
    }

    /** The statements about an object, each ending with a semicolon; empty when there are none. */
    Optional<String> of(ObjectId merged) {
        ObjectId inSide = source(toMerged, merged);
        Set<ObjectId> names = new TreeSet<>(List.of(merged, inSide, source(sinceBase, inSide)));
        String script = statements.stream()
                .filter(statement -> names.contains(statement.object()))
                .map(statement -> statement.sql() + ";")
                .collect(Collectors.joining("\n"));
        return script.isEmpty() ? Optional.empty() : Optional.of(script);
    }

    private static ObjectId source(Renames renames, ObjectId now) {
        return renames.objects().entrySet().stream()
                .filter(rename -> rename.getValue().equals(now))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(now);
    }
}
