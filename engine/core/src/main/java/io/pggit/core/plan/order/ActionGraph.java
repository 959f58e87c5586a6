package io.pggit.core.plan.order;

import io.pggit.core.plan.order.Action.Deed;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.rules.OwnedByRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who has to come before whom. Producers come before consumers, releasers before destroyers, the destroyer of a name
 * before its next producer.
 */
public final class ActionGraph {
    private final Situation situation;
    private final Fates fates;
    private final SortedSet<Action> actions;
    private final SortedMap<Action, SortedSet<Action>> followers = new TreeMap<>();
    private final SortedMap<Action, SortedSet<Action>> wishes = new TreeMap<>();

    public ActionGraph(Situation situation, Fates fates, SortedSet<Action> actions) {
        this.situation = situation;
        this.fates = fates;
        this.actions = actions;
        actions.forEach(action -> followers.put(action, new TreeSet<>()));
        situation.after().parts().values().forEach(this::consume);
        situation.before().parts().values().forEach(this::release);
        actions.forEach(this::succeed);
        names();
        RoutineBodies.wishes(situation.after(), actions, this::wish);
        ColumnPlaces.wishes(situation.after(), actions, this::wish);
        InheritanceOrder.edges(situation, actions::contains, this::edge);
        new Transforms(situation).edges(this::edge);
    }

    private void wish(Action first, Action second) {
        if (actions.contains(first)) {
            wishes.computeIfAbsent(first, key -> new TreeSet<>()).add(second);
        }
    }

    /** Gives up the wishes between members of a circle; false when there are none. */
    boolean forgetWishes(Predicate<Action> circle) {
        boolean any = false;
        for (Action first : List.copyOf(wishes.keySet())) {
            if (circle.test(first)) {
                any |= wishes.get(first).removeIf(circle);
            }
        }
        return any;
    }

    SortedSet<Action> wished(Action action) {
        return wishes.getOrDefault(action, Collections.emptySortedSet());
    }

    SortedSet<Action> followers(Action action) {
        return followers.get(action);
    }

    private void edge(Action first, Action second) {
        if (actions.contains(first) && actions.contains(second) && !first.equals(second)) {
            followers.get(first).add(second);
        }
    }

    private void edges(Collection<Action> first, Collection<Action> second) {
        first.forEach(one -> second.forEach(other -> edge(one, other)));
    }

    private static List<Action> makers(PartId id) {
        return List.of(new Action(id, Deed.CREATE), new Action(id, Deed.ALTER));
    }

    private void consume(Part user) {
        user.uses().forEach(used -> edges(makers(used), makers(user.id())));
        if (user.id().kind() == PartKind.OWNED_BY) {
            OwnedByRules.logging(user.id(), situation)
                    .ifPresent(table -> edge(
                            new Action(table, Deed.ALTER), new Action(user.id().whole(), Deed.ALTER)));
        }
    }

    private void release(Part user) {
        for (PartId used : user.uses()) {
            Action drop = new Action(user.id(), Deed.DROP);
            List<Action> ends = new ArrayList<>(List.of(new Action(used, Deed.DROP), new Action(used, Deed.RETIRE)));
            if (user.id().object().equals(used.object())
                    && (user.id().kind() != PartKind.OBJECT && used.kind() == PartKind.OBJECT
                            || user.id().kind() == PartKind.DEFAULT)
                    && actions.contains(new Action(used, Deed.RETIRE))) {
                ends.remove(1);
            }
            boolean indifferent = user.id().kind() == PartKind.OWNED_BY && !OwnedByRules.changesLogging(used, situation)
                    || used.equals(user.id().whole()) && !minds(user.id());
            if (!indifferent || retyped(used)) {
                ends.add(new Action(used, Deed.ALTER));
            }
            retypedAbove(user.id(), used).forEach(above -> ends.add(new Action(above, Deed.ALTER)));
            edges(List.of(drop), ends);
            Part now = situation.after().parts().get(user.id());
            boolean retired = actions.contains(new Action(used, Deed.RETIRE));
            if (now == null || !now.uses().contains(used) || retired) {
                edge(new Action(user.id(), Deed.ALTER), new Action(used, Deed.DROP));
            }
            if (retired && actions.contains(new Action(user.id(), Deed.RETIRE))) {
                edge(new Action(user.id(), Deed.DROP), new Action(used, Deed.DROP));
                followers.get(new Action(user.id(), Deed.DROP)).remove(new Action(used, Deed.RETIRE));
            }
        }
    }

    /** The columns above that give a column its new type, or would, to one with a default that goes with its table later on. */
    private List<PartId> retypedAbove(PartId user, PartId column) {
        List<PartId> above = new ArrayList<>();
        boolean retyped = retyped(column)
                || user.kind() == PartKind.DEFAULT && fates.verb(column).drops();
        Optional<PartId> next = Optional.of(column).filter(own -> retyped).flatMap(this::retypedOrigin);
        while (next.isPresent()) {
            above.add(next.get());
            next = next.flatMap(this::retypedOrigin);
        }
        return above;
    }

    private Optional<PartId> retypedOrigin(PartId column) {
        return Situation.origin(situation.before(), column).filter(this::retyped);
    }

    private boolean retyped(PartId column) {
        return fates.of(column).reach() == Change.Reach.USERS;
    }

    /** Whether a part has to be gone before the whole is altered: a key before its table is logged no more, say. */
    private boolean minds(PartId id) {
        boolean inTable = id.kind() == PartKind.COLUMN || id.kind() == PartKind.DEFAULT || id.kind() == PartKind.ACCESS;
        return !inTable
                || !situation
                        .before()
                        .attributes(id.whole())
                        .same(situation.after().attributes(id.whole()), "of_type");
    }

    private void succeed(Action action) {
        PartId id = action.part();
        if (action.deed() == Deed.RETIRE) {
            edge(action, new Action(id, Deed.CREATE));
            edge(new Action(id, Deed.CREATE), new Action(id, Deed.DROP));
            if (id.kind() == PartKind.COLUMN) {
                quiet(id);
            }
        } else if (action.deed() == Deed.DROP && !actions.contains(new Action(id, Deed.RETIRE))) {
            edge(action, new Action(id, Deed.CREATE));
        }
    }

    /** No trigger or rule is there while a column takes the values of the one it follows. */
    private void quiet(PartId column) {
        Action filled = new Action(column, Deed.CREATE);
        for (Side side : List.of(situation.before(), situation.after())) {
            side.partsOf(column.object()).keySet().stream()
                    .filter(id -> id.kind() == PartKind.TRIGGER || id.kind() == PartKind.RULE)
                    .forEach(id -> {
                        edge(new Action(id, Deed.DROP), filled);
                        edge(filled, new Action(id, Deed.CREATE));
                    });
        }
    }

    /** A name is free only when its last bearer is gone. */
    private void names() {
        SortedMap<String, SortedSet<PartId>> bearers = new TreeMap<>();
        situation
                .before()
                .parts()
                .keySet()
                .forEach(id -> OccupiedNames.of(id, situation.before())
                        .forEach(name -> bearers.computeIfAbsent(name, key -> new TreeSet<>())
                                .add(id)));
        situation
                .after()
                .parts()
                .keySet()
                .forEach(id -> OccupiedNames.of(id, situation.after())
                        .forEach(name -> bearers.getOrDefault(name, new TreeSet<>())
                                .forEach(bearer -> {
                                    if (!actions.contains(new Action(bearer, Deed.RETIRE)) || !bearer.equals(id)) {
                                        edge(new Action(bearer, Deed.DROP), new Action(id, Deed.CREATE));
                                    }
                                })));
    }
}
