package io.pggit.core.plan.order;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.order.Action.Deed;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Which transforms a routine comes to use. PostgreSQL 18 records those it asks for with TRANSFORM FOR TYPE. Those before record
 * whatever transforms there are, the moment it is created or replaced, for its language and a type of its arguments or its result,
 * and no others (ProcedureCreate in pg_proc.c): one that is made later is not used, and a routine that shall not use it has to be
 * made while it is not there. In all of them what it asks for has to be there.
 */
final class Transforms {
    private static final int RECORDS_WHAT_IS_ASKED_FOR = 18;

    private final Situation situation;
    private final SortedSet<PartId> transforms = new TreeSet<>();

    Transforms(Situation situation) {
        this.situation = situation;
        for (Side side : List.of(situation.before(), situation.after())) {
            side.parts().keySet().stream()
                    .filter(id -> id.kind() == PartKind.OBJECT && id.object().kind() == ObjectKind.TRANSFORM)
                    .forEach(transforms::add);
        }
    }

    /** Routines that use a transform or do not for no other reason than when they were made: those that shall are made again. */
    SortedMap<PartId, Fate> toUse(Fates fates) {
        SortedMap<PartId, Fate> again = new TreeMap<>();
        for (PartId transform : recordsWhatIsThere() ? transforms : Set.<PartId>of()) {
            situation.after().users(transform).stream()
                    .filter(user -> routine(user) && fates.verb(user) == Verb.KEEP)
                    .filter(user -> !uses(situation.before(), user, transform))
                    .forEach(user -> again.put(
                            user,
                            new Fate(
                                    Verb.ALTER,
                                    Rules.of(user).create(part(user), Set.of(), situation),
                                    Change.Reach.ITSELF)));
        }
        return again;
    }

    /** What has to go and come again, so that a routine is made while a transform is not there. */
    SortedSet<PartId> notToUse(Fates fates) {
        SortedSet<PartId> replaced = new TreeSet<>();
        for (PartId transform : transforms) {
            for (PartId routine : routines()) {
                Verb verb = fates.verb(routine);
                boolean used = uses(situation.before(), routine, transform);
                if (!takes(routine, transform) || verb == Verb.KEEP && !used) {
                    continue;
                }
                if (situation.after().part(transform).isPresent()
                        && situation.before().part(transform).isPresent()
                        && !fates.verb(transform).drops()) {
                    replaced.add(transform);
                }
                if (used && !verb.drops()) {
                    replaced.add(routine);
                }
            }
        }
        return replaced;
    }

    void edges(BiConsumer<Action, Action> edge) {
        for (PartId transform : transforms) {
            for (PartId routine : routines()) {
                for (Deed deed : List.of(Deed.CREATE, Deed.ALTER)) {
                    Action made = new Action(routine, deed);
                    if (asksFor(routine, transform)) {
                        edge.accept(new Action(transform, Deed.CREATE), made);
                    } else if (takes(routine, transform)) {
                        edge.accept(new Action(transform, Deed.DROP), made);
                        edge.accept(made, new Action(transform, Deed.CREATE));
                    }
                }
            }
        }
    }

    private boolean recordsWhatIsThere() {
        return situation.options().serverVersion() < RECORDS_WHAT_IS_ASKED_FOR;
    }

    private List<PartId> routines() {
        return situation.after().parts().keySet().stream()
                .filter(Transforms::routine)
                .toList();
    }

    private static boolean routine(PartId id) {
        ObjectKind kind = id.object().kind();
        return id.kind() == PartKind.OBJECT && (kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE);
    }

    private Part part(PartId id) {
        return situation.after().parts().get(id);
    }

    private static boolean uses(Side side, PartId routine, PartId transform) {
        return side.part(routine)
                .filter(part -> part.uses().contains(transform))
                .isPresent();
    }

    /** Whether a routine that shall not use a transform would, if it were made while that is there. */
    private boolean takes(PartId routine, PartId transform) {
        Attributes own = part(routine).attributes();
        return recordsWhatIsThere()
                && !uses(situation.after(), routine, transform)
                && !asksFor(routine, transform)
                && own.text("language").equals(transform.object().signature())
                && (named(own.text("arguments"), "", transform) || named(own.text("returns"), "", transform));
    }

    private boolean asksFor(PartId routine, PartId transform) {
        Attributes own = part(routine).attributes();
        return own.text("language").equals(transform.object().signature())
                && named(own.text("definition"), "(?<= FOR TYPE )", transform);
    }

    /** Whether a text names the type of a transform, and not its array. */
    private static boolean named(Optional<String> text, String behind, PartId transform) {
        Pattern type = Pattern.compile("(?<![\\p{L}\\p{N}_$\".])" + behind
                + Pattern.quote(transform.object().name()) + "(?![\\p{L}\\p{N}_$\".\\[])");
        return text.filter(type.asPredicate()).isPresent();
    }
}
