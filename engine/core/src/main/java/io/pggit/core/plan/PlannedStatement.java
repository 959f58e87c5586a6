package io.pggit.core.plan;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Step;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One statement of a plan.
 *
 * @param sql without a semicolon at its end
 * @param object the object it is about
 * @param action what it does to the object or a part of it
 * @param hazards what it may do to clients, data or rights
 * @param lock the strongest lock on a table that was there before
 * @param rewrite what it does to files
 * @param dataLoss what is lost, for people; empty when nothing is
 */
public record PlannedStatement(
        String sql,
        ObjectId object,
        Action action,
        SortedSet<Hazard> hazards,
        LockMode lock,
        Rewrite rewrite,
        Optional<String> dataLoss) {
    /** What is done. */
    public enum Action {
        /** Something new. */
        CREATE,
        /** Something stays and becomes different. */
        ALTER,
        /** Something goes. */
        DROP,
        /** Something gets another name and stays the same. */
        RENAME
    }

    /** Copies {@code hazards}. */
    public PlannedStatement {
        hazards = new TreeSet<>(Set.copyOf(hazards));
    }

    static PlannedStatement of(Step step, ObjectId object, Action action) {
        return new PlannedStatement(
                step.sql(),
                object,
                action,
                new TreeSet<>(step.hazards()),
                step.lock(),
                step.rewrite(),
                step.dataLoss());
    }
}
