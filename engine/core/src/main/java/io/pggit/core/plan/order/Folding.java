package io.pggit.core.plan.order;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.order.Action.Deed;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.rules.InheritanceRules;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which actions need no statement of their own because that of another carries them: the columns of a table that is
 * created, the parts of a table that is dropped, a child's column that comes and goes with its parent's.
 */
public final class Folding {
    private final Situation situation;
    private final Fates fates;
    private final SortedSet<Action> actions;
    private final SortedMap<Action, Action> carriers = new TreeMap<>();

    public Folding(Situation situation, Fates fates, SortedSet<Action> actions) {
        this.situation = situation;
        this.fates = fates;
        this.actions = actions;
        for (Action action : actions) {
            carrier(action)
                    .filter(actions::contains)
                    .filter(carrier -> !carrier.equals(action))
                    .ifPresent(carrier -> carriers.put(action, carrier));
        }
    }

    /** The action whose statements do this one; itself when it has its own. */
    Action carrierOf(Action action) {
        Action carrier = action;
        while (carriers.containsKey(carrier)) {
            carrier = carriers.get(carrier);
        }
        return carrier;
    }

    /** The parts each action carries besides its own. */
    public SortedMap<Action, SortedSet<PartId>> carried() {
        SortedMap<Action, SortedSet<PartId>> carried = new TreeMap<>();
        for (Action action : carriers.keySet()) {
            Action carrier = carrierOf(action);
            if (action.deed() == carrier.deed()) {
                carried.computeIfAbsent(carrier, key -> new TreeSet<>()).add(action.part());
            }
        }
        return carried;
    }

    /** Gives an action its own statements, or those of what it is inherited from; false when it cannot have them or has them. */
    boolean unfold(Action action) {
        if (!canStandAlone(action)) {
            return false;
        }
        Side side = action.deed() == Deed.DROP ? situation.before() : situation.after();
        // what is inherited comes and goes with what it is inherited from
        Action above = Situation.origin(side, action.part())
                .map(part -> new Action(part, action.deed()))
                .filter(actions::contains)
                .orElse(null);
        Action carrier = above == null ? carriers.remove(action) : carriers.put(action, above);
        return !Objects.equals(carrier, above);
    }

    private boolean canStandAlone(Action action) {
        return switch (action.part().kind()) {
            case CONSTRAINT, INDEX ->
                carriers.containsKey(action)
                        && carriers.get(action)
                                .part()
                                .object()
                                .equals(action.part().object())
                        && (action.deed() == Deed.CREATE || withoutIndex(action.part()));
            case DEFAULT, TRIGGER, POLICY, RULE, STATISTICS ->
                carriers.containsKey(action)
                        && carriers.get(action)
                                .part()
                                .object()
                                .equals(action.part().object());
            case COLUMN -> action.deed() == Deed.CREATE;
            case OBJECT, ACCESS, OWNED_BY, INHERITANCE, ATTACHED_INDEX -> false;
        };
    }

    /** An index never stands in the way of a drop. */
    private boolean withoutIndex(PartId id) {
        String type = situation.before().attributes(id).text("type").orElse("");
        return type.equals("foreign_key") || type.equals("check");
    }

    private Optional<Action> carrier(Action action) {
        return switch (action.deed()) {
            case CREATE -> creation(action.part()).map(part -> new Action(part, Deed.CREATE));
            case DROP -> removal(action.part()).map(part -> new Action(part, Deed.DROP));
            case ALTER, RETIRE -> Optional.empty();
        };
    }

    private Optional<PartId> creation(PartId id) {
        boolean withWhole = fates.verb(id.whole()).creates();
        boolean placed = fates.verb(id.sibling(PartKind.INHERITANCE, "")) == Verb.KEEP;
        Optional<PartId> origin = Situation.origin(situation.after(), id);
        Optional<PartId> column = Optional.of(id.sibling(PartKind.COLUMN, id.name()));
        return switch (id.kind()) {
            case COLUMN -> withWhole ? Optional.of(id.whole()) : placed ? origin : Optional.empty();
            case DEFAULT -> sameDefaultAsOrigin(id) || !inherited(id) ? column : Optional.empty();
            case CONSTRAINT -> constraint(id, withWhole, placed, origin);
            case INHERITANCE ->
                withWhole && InheritanceRules.withCreateTable(id, situation, this::createdHere)
                        ? Optional.of(id.whole())
                        : Optional.empty();
            case ATTACHED_INDEX ->
                comesWithTable(id) ? Optional.of(id.sibling(PartKind.INHERITANCE, "")) : Optional.empty();
            case OBJECT, INDEX, ACCESS, OWNED_BY, RULE, TRIGGER, POLICY, STATISTICS -> Optional.empty();
        };
    }

    private boolean createdHere(PartId id) {
        return fates.verb(id).creates();
    }

    private boolean inherited(PartId defaultId) {
        return situation
                .after()
                .attributes(defaultId.sibling(PartKind.COLUMN, defaultId.name()))
                .flag("inherited");
    }

    private boolean sameDefaultAsOrigin(PartId id) {
        PartId column = id.sibling(PartKind.COLUMN, id.name());
        return Situation.origin(situation.after(), column)
                .map(above -> above.sibling(PartKind.DEFAULT, id.name()))
                .map(above -> situation
                        .after()
                        .attributes(above)
                        .equals(situation.after().attributes(id)))
                .orElse(false);
    }

    private Optional<PartId> constraint(PartId id, boolean withWhole, boolean placed, Optional<PartId> origin) {
        Attributes own = situation.after().attributes(id);
        String type = own.text("type").orElse("");
        boolean inheritedOnly = own.flag("inherited") && !own.flag("local");
        PartId inheritance = id.sibling(PartKind.INHERITANCE, "");
        if (type.equals("foreign_key") && inheritedOnly) {
            return origin.filter(above -> fates.verb(above).creates())
                    .or(() -> Optional.of(inheritance).filter(this::createdHere));
        }
        if (type.equals("check") && inheritedOnly) {
            if (placed) {
                return origin;
            }
            return withWhole ? Optional.of(id.whole()) : Optional.empty();
        }
        boolean plain = !type.equals("foreign_key")
                && !own.has("validated")
                && (type.equals("check") || !inPartitionTree(id.object()));
        return withWhole && plain ? Optional.of(id.whole()) : Optional.empty();
    }

    private boolean inPartitionTree(ObjectId table) {
        return Situation.partitioned(situation.after(), table)
                || situation
                        .after()
                        .attributes(PartId.of(table, PartKind.INHERITANCE))
                        .has("partition_of");
    }

    /** An index above that was there before takes the partition's index when the partition is attached. */
    private boolean comesWithTable(PartId attached) {
        return createdHere(attached.sibling(PartKind.INHERITANCE, ""))
                && situation.after().parts().get(attached).uses().stream()
                        .filter(used -> !used.object().equals(attached.object()))
                        .noneMatch(this::createdHere);
    }

    private Optional<PartId> removal(PartId id) {
        if (id.kind() != PartKind.OBJECT && situation.before().parts().containsKey(id.whole())) {
            Verb whole = fates.verb(id.whole());
            boolean placing = id.kind() == PartKind.INHERITANCE || id.kind() == PartKind.ATTACHED_INDEX;
            if (placing
                    && ForeignKeys.toTreeOf(id.object(), situation.before()).stream()
                            .anyMatch(key -> !fates.verb(key).drops())) {
                return Optional.of(id.sibling(PartKind.INHERITANCE, ""));
            }
            if (whole.drops() || whole == Verb.SWAP) {
                return Optional.of(id.whole());
            }
        }
        boolean placed = !fates.verb(id.sibling(PartKind.INHERITANCE, "")).drops();
        Optional<PartId> origin = Situation.origin(situation.before(), id).filter(above -> placed);
        return switch (id.kind()) {
            case COLUMN, CONSTRAINT -> origin.filter(above -> fates.verb(above).drops() && !situation.keptBelow(above));
            case INDEX -> origin.filter(above -> fates.verb(above).drops());
            case DEFAULT -> Optional.of(id.sibling(PartKind.COLUMN, id.name()));
            case ATTACHED_INDEX ->
                placed ? Optional.of(ownIndex(id)) : Optional.of(id.sibling(PartKind.INHERITANCE, ""));
            case OWNED_BY -> Optional.of(id.whole());
            case OBJECT -> id.object().kind() == ObjectKind.SEQUENCE ? ownerOf(id) : tiedType(id);
            case ACCESS, INHERITANCE, RULE, TRIGGER, POLICY, STATISTICS -> Optional.empty();
        };
    }

    private PartId ownIndex(PartId attached) {
        PartId index = attached.sibling(PartKind.INDEX, attached.name());
        return situation.before().parts().containsKey(index)
                ? index
                : attached.sibling(PartKind.CONSTRAINT, attached.name());
    }

    /** A type and the functions that read and write it use each other, and go together. */
    private Optional<PartId> tiedType(PartId routine) {
        return situation.before().part(routine).stream()
                .filter(part -> part.id().object().kind() == ObjectKind.FUNCTION)
                .flatMap(part -> part.uses().stream())
                .filter(used -> used.object().kind() == ObjectKind.TYPE && used.kind() == PartKind.OBJECT)
                .filter(used -> fates.verb(used) == Verb.DROP
                        && situation.before().parts().get(used).uses().contains(routine))
                .findFirst();
    }

    private Optional<PartId> ownerOf(PartId sequence) {
        return situation.before().part(sequence.sibling(PartKind.OWNED_BY, "")).stream()
                .flatMap(owned -> owned.uses().stream())
                .filter(used ->
                        used.kind() == PartKind.COLUMN && fates.verb(used).drops())
                .findFirst();
    }
}
