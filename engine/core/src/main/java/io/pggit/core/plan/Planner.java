package io.pggit.core.plan;

import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.order.Action;
import io.pggit.core.plan.order.ActionGraph;
import io.pggit.core.plan.order.Actions;
import io.pggit.core.plan.order.CircularPlan;
import io.pggit.core.plan.order.ColumnPlaces;
import io.pggit.core.plan.order.Detachment;
import io.pggit.core.plan.order.Fates;
import io.pggit.core.plan.order.Folding;
import io.pggit.core.plan.order.Ordering;
import io.pggit.core.plan.order.Verb;
import io.pggit.core.plan.part.Decomposition;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import io.pggit.core.plan.rules.Annotations;
import io.pggit.core.plan.rules.Rules;
import io.pggit.core.uses.InferredUses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** Makes plans. Needs no database: everything is in the facts. */
public final class Planner {
    private Planner() {}

    /**
     * The way from one state to another. Equal states have an empty plan.
     *
     * @throws CorruptFacts when facts lack an attribute every such object has
     * @throws CircularPlan when no order is found
     */
    public static Plan plan(SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after, PlanOptions options) {
        return plan(before, after, List.of(), options);
    }

    /**
     * The same where history knows what was renamed in between: a rename is planned as one.
     *
     * @param renames in the order in which they happened, whole objects by their names of the after side
     * @throws CorruptFacts when facts lack an attribute every such object has
     * @throws CircularPlan when no order is found
     */
    public static Plan plan(
            SortedMap<ObjectId, Facts> before,
            SortedMap<ObjectId, Facts> after,
            List<Rename> renames,
            PlanOptions options) {
        return plan(Neighbourhood.of(before, after, renames), renames, options);
    }

    /**
     * The same where it is known already what of the states matters.
     *
     * @throws CorruptFacts when facts lack an attribute every such object has
     * @throws CircularPlan when no order is found
     */
    public static Plan plan(Neighbourhood states, List<Rename> renames, PlanOptions options) {
        SortedMap<ObjectId, Facts> after = InferredUses.in(states.allAfter());
        Renaming renaming = new Renaming(
                InferredUses.in(states.allBefore()), after, states.around().keySet(), renames, options);
        Situation situation = situation(Decomposition.of(renaming.facts()), Decomposition.of(after), options);
        Fates fates = Fates.of(situation);
        SortedSet<Action> actions = Actions.of(fates);
        Folding folding = new Folding(situation, fates, actions);
        List<Action> order = new Ordering(actions, new ActionGraph(situation, fates, actions), folding).sorted();
        Segmentation segmentation = new Segmentation(situation, renaming.statements());
        SortedMap<Action, SortedSet<PartId>> carried = folding.carried();
        for (Action action : order) {
            segmentation.add(
                    action,
                    harmlessIfNew(
                            action,
                            steps(action, fates, carried.getOrDefault(action, Collections.emptySortedSet()), situation),
                            fates,
                            situation));
        }
        return new Plan(segmentation.segments(), fates.refused(), ColumnPlaces.misplaced(situation, fates));
    }

    /** Nobody uses yet what the plan itself makes; only what waits for tables that were there keeps its lock. */
    private static List<Step> harmlessIfNew(Action action, List<Step> steps, Fates fates, Situation situation) {
        PartKind kind = action.part().kind();
        Verb whole = fates.verb(action.part().whole());
        boolean fresh = whole == Verb.CREATE
                || whole == Verb.REPLACE && action.part().object().kind() == ObjectKind.TABLE;
        boolean made = action.deed() == Action.Deed.CREATE && fresh;
        if (!made) {
            return steps;
        }
        boolean others = kind == PartKind.INHERITANCE
                || kind == PartKind.CONSTRAINT
                        && (pointsAtOld(action.part(), situation) || hasOldHeir(action.part(), situation));
        List<Step> harmless = new ArrayList<>();
        for (Step step : steps) {
            // CREATE TABLE comes first, and locks the table above
            boolean placing = kind == PartKind.OBJECT && harmless.isEmpty();
            harmless.add(step.onNewObject(others || placing ? step.lock() : LockMode.NONE));
        }
        return harmless;
    }

    /** A foreign key locks the table it points at. */
    private static boolean pointsAtOld(PartId constraint, Situation situation) {
        return situation.after().part(constraint).stream()
                .flatMap(part -> part.uses().stream())
                .map(PartId::object)
                .anyMatch(used -> used.kind() == ObjectKind.TABLE
                        && !used.equals(constraint.object())
                        && situation.before().objects().contains(used));
    }

    /** A constraint of a table is looked for in the tables that inherit from it, which takes the same lock on them. */
    private static boolean hasOldHeir(PartId constraint, Situation situation) {
        return situation.after().users(constraint.whole()).stream()
                .filter(user -> user.kind() == PartKind.INHERITANCE)
                .anyMatch(user -> situation.before().objects().contains(user.object()));
    }

    private static Situation situation(Side before, Side after, PlanOptions options) {
        return new Situation(before, after, options, Detachment.of(before, after, options));
    }

    private static List<Step> steps(Action action, Fates fates, Set<PartId> carried, Situation situation) {
        try {
            return written(action, fates, carried, situation);
        } catch (CorruptFacts e) {
            throw e.in(action.part().text());
        }
    }

    private static List<Step> written(Action action, Fates fates, Set<PartId> carried, Situation situation) {
        PartRules rules = Rules.of(action.part());
        return switch (action.deed()) {
            case CREATE -> created(action.part(), rules, carried, situation);
            case ALTER -> fates.of(action.part()).steps();
            case DROP -> rules.drop(situation.before().parts().get(action.part()), situation);
            case RETIRE -> Rules.retire(situation.before().parts().get(action.part()));
        };
    }

    private static List<Step> created(PartId id, PartRules rules, Set<PartId> carried, Situation situation) {
        List<Step> steps =
                new ArrayList<>(rules.create(situation.after().parts().get(id), carried, situation));
        steps.addAll(Annotations.create(situation.after().parts().get(id)));
        for (PartId part : carried) {
            steps.addAll(Rules.of(part).afterwards(situation.after().parts().get(part), situation));
            steps.addAll(Annotations.create(situation.after().parts().get(part)));
        }
        return steps;
    }
}
