package io.pggit.core.plan.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One order of all actions that have statements, the same for the same input. */
public final class Ordering {
    private final SortedSet<Action> actions;
    private final ActionGraph graph;
    private final Folding folding;

    public Ordering(SortedSet<Action> actions, ActionGraph graph, Folding folding) {
        this.actions = actions;
        this.graph = graph;
        this.folding = folding;
    }

    /**
     * The carriers in order. Where carrying closes a circle, what can stand alone does.
     *
     * @throws CircularPlan when a circle is left
     */
    public List<Action> sorted() {
        while (true) {
            SortedMap<Action, SortedSet<Action>> edges = contracted();
            List<Action> order = kahn(edges);
            if (order.size() == edges.size()) {
                return order;
            }
            SortedSet<Action> circle = new TreeSet<>(edges.keySet());
            order.forEach(circle::remove);
            shrink(circle, edges);
            if (!graph.forgetWishes(action -> circle.contains(folding.carrierOf(action))) && !unfoldOne(circle)) {
                throw new CircularPlan(circle.stream()
                        .map(action -> action.deed() + " " + action.part().text())
                        .toList());
            }
        }
    }

    private SortedMap<Action, SortedSet<Action>> contracted() {
        SortedMap<Action, SortedSet<Action>> edges = new TreeMap<>();
        actions.forEach(action -> edges.computeIfAbsent(folding.carrierOf(action), key -> new TreeSet<>()));
        actions.forEach(action -> {
            graph.followers(action).forEach(follower -> contract(action, follower, edges));
            graph.wished(action).forEach(follower -> contract(action, follower, edges));
        });
        return edges;
    }

    private void contract(Action first, Action second, SortedMap<Action, SortedSet<Action>> edges) {
        Action from = folding.carrierOf(first);
        Action to = folding.carrierOf(second);
        if (!from.equals(to)) {
            edges.get(from).add(to);
        }
    }

    private static List<Action> kahn(SortedMap<Action, SortedSet<Action>> edges) {
        Map<Action, Integer> waiting = new HashMap<>();
        edges.keySet().forEach(action -> waiting.put(action, 0));
        edges.values().forEach(followers -> followers.forEach(follower -> waiting.merge(follower, 1, Integer::sum)));
        PriorityQueue<Action> ready = new PriorityQueue<>();
        waiting.forEach((action, count) -> {
            if (count == 0) {
                ready.add(action);
            }
        });
        List<Action> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Action next = ready.remove();
            order.add(next);
            edges.get(next).forEach(follower -> {
                if (waiting.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            });
        }
        return order;
    }

    /** Leaves out what merely comes after a circle. */
    private static void shrink(SortedSet<Action> circle, SortedMap<Action, SortedSet<Action>> edges) {
        Deque<Action> ends = new ArrayDeque<>();
        do {
            circle.removeAll(ends);
            ends.clear();
            circle.stream()
                    .filter(action -> edges.get(action).stream().noneMatch(circle::contains))
                    .forEach(ends::add);
        } while (!ends.isEmpty());
    }

    /** Prefers an action that has a neighbour in the circle other than what its carrier also carries. */
    private boolean unfoldOne(SortedSet<Action> circle) {
        boolean any = false;
        for (Action action : actions) {
            Action carrier = folding.carrierOf(action);
            if (carrier.equals(action) || !circle.contains(carrier)) {
                continue;
            }
            boolean involved = actions.stream().anyMatch(other -> {
                Action otherCarrier = folding.carrierOf(other);
                return circle.contains(otherCarrier)
                        && !otherCarrier.equals(carrier)
                        && (action.deed() == Action.Deed.DROP
                                ? graph.followers(action).contains(other)
                                : graph.followers(other).contains(action));
            });
            if (involved && folding.unfold(action)) {
                any = true;
            }
        }
        return any;
    }
}
