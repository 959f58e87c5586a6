package io.pggit.core.plan;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange.Type;
import io.pggit.core.plan.part.Decomposition;
import io.pggit.core.plan.part.Side;
import io.pggit.core.uses.InferredUses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Deals the statements of a plan out to the objects that differ, and puts these in order. */
final class Shares {
    private final Plan plan;
    private final Units before;
    private final Units after;
    private final Side beforeSide;
    private final Side afterSide;
    private final Map<ObjectId, SortedSet<ObjectId>> usedBefore = new HashMap<>();
    /** Names after by names before. */
    private final SortedMap<ObjectId, ObjectId> successors = new TreeMap<>();

    Shares(Plan plan, Neighbourhood states, Units before, Units after, SortedMap<ObjectId, ObjectId> origins) {
        this.plan = plan;
        this.before = before;
        this.after = after;
        this.beforeSide = Decomposition.of(InferredUses.in(states.allBefore()));
        this.afterSide = Decomposition.of(InferredUses.in(states.allAfter()));
        origins.forEach((to, from) -> successors.put(from, to));
    }

    List<ObjectMigration> of(List<ObjectMigration> rows) {
        Map<ObjectId, Integer> numbers = new HashMap<>();
        List<List<String>> shares = new ArrayList<>();
        int[] positions = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            numbers.put(rows.get(i).object(), i);
            shares.add(new ArrayList<>());
            positions[i] = Integer.MAX_VALUE;
        }
        deal(numbers, shares, positions);
        List<ObjectMigration> ordered = new ArrayList<>();
        for (int number : order(rows, numbers, positions)) {
            ObjectMigration row = rows.get(number);
            ordered.add(new ObjectMigration(row.object(), row.previous(), row.type(), shares.get(number)));
        }
        return ordered;
    }

    /** What makes way goes to the next object that differs, what is put back to the one before. */
    private void deal(Map<ObjectId, Integer> numbers, List<List<String>> shares, int[] positions) {
        List<String> held = new ArrayList<>();
        Optional<Integer> last = Optional.empty();
        List<PlannedStatement> statements = plan.statements();
        for (int at = 0; at < statements.size(); at++) {
            PlannedStatement statement = statements.get(at);
            Optional<Integer> row = Optional.ofNullable(numbers.get(name(statement.object())));
            if (row.isPresent()) {
                shares.get(row.get()).addAll(held);
                held.clear();
                shares.get(row.get()).add(statement.sql());
                positions[row.get()] = Math.min(positions[row.get()], at);
                last = row;
            } else if (last.isEmpty() || statement.action() == PlannedStatement.Action.DROP) {
                held.add(statement.sql());
            } else {
                shares.get(last.get()).add(statement.sql());
            }
        }
        last.ifPresent(row -> shares.get(row).addAll(held));
    }

    private ObjectId name(ObjectId object) {
        Optional<ObjectId> now = after.root(object);
        if (now.isPresent()) {
            return now.get();
        }
        ObjectId was = before.root(object).orElse(object);
        return successors.getOrDefault(was, was);
    }

    /** Those whose predecessors are through, the first of the plan first; of a circle, the first of the plan. */
    private List<Integer> order(List<ObjectMigration> rows, Map<ObjectId, Integer> numbers, int[] positions) {
        List<List<Integer>> followers = new ArrayList<>();
        int[] waiting = new int[rows.size()];
        rows.forEach(row -> followers.add(new ArrayList<>()));
        for (int i = 0; i < rows.size(); i++) {
            for (int first : predecessors(i, rows, numbers)) {
                followers.get(first).add(i);
                waiting[i]++;
            }
        }
        Comparator<Integer> byPlan =
                Comparator.comparing((Integer number) -> positions[number]).thenComparing(number -> number);
        PriorityQueue<Integer> ready = new PriorityQueue<>(byPlan);
        PriorityQueue<Integer> open = new PriorityQueue<>(byPlan);
        for (int i = 0; i < rows.size(); i++) {
            (waiting[i] == 0 ? ready : open).add(i);
        }
        List<Integer> order = new ArrayList<>();
        boolean[] done = new boolean[rows.size()];
        while (!ready.isEmpty() || !open.isEmpty()) {
            int next = ready.isEmpty() ? open.remove() : ready.remove();
            if (!done[next]) {
                done[next] = true;
                order.add(next);
                for (int follower : followers.get(next)) {
                    if (--waiting[follower] == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
        return order;
    }

    private List<Integer> predecessors(int number, List<ObjectMigration> rows, Map<ObjectId, Integer> numbers) {
        ObjectMigration row = rows.get(number);
        List<Integer> first = new ArrayList<>();
        if (row.type() == Type.DROP) {
            // who used it lets go first
            for (int other = 0; other < rows.size(); other++) {
                boolean there = rows.get(other).type() != Type.CREATE;
                if (other != number && there && usedBefore(rows.get(other)).contains(row.object())) {
                    first.add(other);
                }
            }
            return first;
        }
        for (ObjectId used : used(after, afterSide, row.object())) {
            Integer other = numbers.get(used);
            if (other != null && other != number && rows.get(other).type() != Type.DROP) {
                first.add(other);
            }
        }
        return first;
    }

    private SortedSet<ObjectId> usedBefore(ObjectMigration row) {
        return usedBefore.computeIfAbsent(row.before(), unit -> used(before, beforeSide, unit));
    }

    /** The units a unit uses. */
    private static SortedSet<ObjectId> used(Units units, Side side, ObjectId unit) {
        SortedSet<ObjectId> used = new TreeSet<>();
        for (ObjectId member : units.facts(unit).keySet()) {
            side.partsOf(member)
                    .values()
                    .forEach(part -> part.uses()
                            .forEach(other -> units.root(other.object()).ifPresent(used::add)));
        }
        used.remove(unit);
        return used;
    }
}
