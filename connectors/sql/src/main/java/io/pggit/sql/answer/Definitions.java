package io.pggit.sql.answer;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.Units;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * The statements that make an object, or lead from one version of it to the next. Facts decide them, and the same ones are asked for
 * again and again: what was written last is kept. For any thread.
 */
public final class Definitions {
    private static final int KEPT = 1_000;
    private static final int LONGEST_KEPT = 20_000;

    private final Map<Record, List<String>> kept = new Kept<>(KEPT);

    private record Made(ObjectId root, SortedMap<ObjectId, Facts> facts, int server) {}

    private record Changed(
            SortedMap<ObjectId, Facts> before,
            SortedMap<ObjectId, Facts> after,
            List<Rename> renames,
            PlanOptions options) {}

    /** What {@link Units#create} tells; nothing of a unit that is not there. */
    List<String> create(Units units, ObjectId root, int server) {
        return units.contains(root)
                ? known(new Made(root, units.facts(root), server), () -> units.create(root, server))
                : List.of();
    }

    /** What {@link Planner#plan} tells of a few objects; neither map may change any more. */
    List<String> change(
            SortedMap<ObjectId, Facts> before,
            SortedMap<ObjectId, Facts> after,
            List<Rename> renames,
            PlanOptions options) {
        return known(
                new Changed(before, after, renames, options),
                () -> Planner.plan(before, after, renames, options).sql());
    }

    private synchronized List<String> known(Record key, Supplier<List<String>> writer) {
        List<String> statements = kept.get(key);
        if (statements == null) {
            statements = List.copyOf(writer.get());
            if (statements.stream().mapToLong(String::length).sum() <= LONGEST_KEPT) {
                kept.put(key, statements);
            }
        }
        return statements;
    }
}
