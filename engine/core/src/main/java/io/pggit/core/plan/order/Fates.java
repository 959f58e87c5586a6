package io.pggit.core.plan.order;

import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Refusal;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import io.pggit.core.plan.rules.AccessRules;
import io.pggit.core.plan.rules.Annotations;
import io.pggit.core.plan.rules.ColumnRules;
import io.pggit.core.plan.rules.KeyIndexes;
import io.pggit.core.plan.rules.Rules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides for every part what happens to it: first by its own attributes, then because of what it uses. */
public final class Fates {
    private static final String SECRET = "its facts hold a mark in place of a secret";

    private final Situation situation;
    private final SortedMap<PartId, Fate> fates = new TreeMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Deque<PartId> unsettled = new ArrayDeque<>();
    private final Deque<PartId> missing = new ArrayDeque<>();

    private Fates(Situation situation) {
        this.situation = situation;
    }

    public static Fates of(Situation situation) {
        Fates fates = new Fates(situation);
        TreeSet<PartId> ids = new TreeSet<>(situation.before().parts().keySet());
        ids.addAll(situation.after().parts().keySet());
        ids.forEach(fates::byOwnAttributes);
        fates.giveUpUsers();
        fates.settle();
        situation.detached().forEach(table -> fates.set(PartId.of(table, PartKind.INHERITANCE), Fate.of(Verb.REPLACE)));
        fates.settle();
        TwinIndexes.of(situation, fates).forEach(twin -> fates.set(twin, Fate.of(Verb.REPLACE)));
        fates.settle();
        fates.transforms(new Transforms(situation));
        fates.restoreColumnGrants();
        fates.refused.addAll(Unanswered.stayLocal(fates, situation));
        return fates;
    }

    private void transforms(Transforms transforms) {
        transforms.toUse(this).forEach(this::set);
        settle();
        SortedSet<PartId> replaced = transforms.notToUse(this);
        while (!replaced.isEmpty()) {
            replaced.forEach(id -> set(id, Fate.of(Verb.REPLACE)));
            settle();
            replaced = transforms.notToUse(this);
        }
    }

    public Fate of(PartId id) {
        return fates.getOrDefault(id, Fate.of(Verb.KEEP));
    }

    public Verb verb(PartId id) {
        return of(id).verb();
    }

    SortedMap<PartId, Fate> all() {
        return fates;
    }

    public List<Refusal> refused() {
        return refused;
    }

    private void byOwnAttributes(PartId id) {
        try {
            decide(id);
        } catch (CorruptFacts e) {
            throw e.in(id.text());
        }
    }

    private void decide(PartId id) {
        if (secret(situation.after(), id) && !sameOnBothSides(id)) {
            refused.add(new Refusal(id.text(), SECRET));
            if (!situation.before().parts().containsKey(id)) {
                missing.add(id);
            }
        } else if (!situation.before().parts().containsKey(id)) {
            create(situation.after().parts().get(id));
        } else if (!situation.after().parts().containsKey(id)) {
            if (!KeyIndexes.isTakenOver(id, situation)) {
                set(id, Fate.of(Verb.DROP));
            }
        } else {
            compare(
                    situation.before().parts().get(id),
                    situation.after().parts().get(id));
        }
    }

    private void create(Part part) {
        PartRules rules = Rules.of(part.id());
        rules.shortcoming(part, situation)
                .ifPresent(reason -> refused.add(new Refusal(part.id().text(), reason)));
        Optional<String> obstacle = rules.obstacle(part, situation);
        obstacle.ifPresent(reason -> refuseToCreate(part.id(), reason));
        if (obstacle.isEmpty()) {
            set(part.id(), Fate.of(Verb.CREATE));
        }
    }

    private void refuseToCreate(PartId id, String reason) {
        refused.add(new Refusal(id.text(), reason));
        missing.add(id);
    }

    /** What uses something that will not be there cannot be there either. */
    private void giveUpUsers() {
        while (!missing.isEmpty()) {
            PartId absent = missing.remove();
            situation.after().users(absent).stream()
                    .filter(user -> verb(user) == Verb.CREATE)
                    .forEach(user -> {
                        fates.remove(user);
                        if (user.kind() != PartKind.ACCESS) {
                            refused.add(
                                    new Refusal(user.text(), "it uses " + absent.text() + ", which is not planned"));
                        }
                        missing.add(user);
                    });
        }
    }

    private boolean sameOnBothSides(PartId id) {
        return situation.before().attributes(id).equals(situation.after().attributes(id));
    }

    /** The marks the describing functions write where a text held a secret. */
    private static boolean secret(Side side, PartId id) {
        String text = side.attributes(id).toString();
        return text.contains("[redacted:") || text.contains("(redacted)") && id.kind() == PartKind.OBJECT;
    }

    private void compare(Part given, Part after) {
        Part before = Rules.of(given.id()).led(given, situation);
        if (before.attributes().equals(after.attributes())) {
            return;
        }
        List<Step> comment = Annotations.change(before, after);
        if (Annotations.alone(before, after)) {
            set(before.id(), new Fate(Verb.ALTER, comment, Change.Reach.ITSELF));
            return;
        }
        Rules.of(before.id()).change(before, after, situation).accept(new Change.Visitor<Void>() {
            @Override
            public Void inPlace(Change.InPlace change) {
                List<Step> steps = new ArrayList<>(change.steps());
                steps.addAll(comment);
                if (steps.isEmpty()) {
                    Unanswered.of(before, after, situation).ifPresent(refused::add);
                }
                set(before.id(), new Fate(Verb.ALTER, steps, change.reach()));
                return null;
            }

            @Override
            public Void replace(Change.Replace change) {
                set(before.id(), Fate.of(Verb.REPLACE));
                return null;
            }

            @Override
            public Void swap(Change.Swap change) {
                set(before.id(), Fate.of(Verb.SWAP));
                return null;
            }

            @Override
            public Void refuse(Change.Refuse change) {
                refused.add(new Refusal(before.id().text(), change.reason()));
                return null;
            }
        });
    }

    private void set(PartId id, Fate fate) {
        fates.put(id, fate);
        unsettled.add(id);
    }

    private void settle() {
        while (!unsettled.isEmpty()) {
            PartId id = unsettled.remove();
            Fate fate = of(id);
            situation.before().users(id).stream()
                    .filter(user -> situation.after().parts().containsKey(user))
                    .filter(user -> !verb(user).drops())
                    .forEach(user -> reach(id, fate, user));
            upwards(id, fate);
            if (fate.verb() == Verb.SWAP && id.kind() == PartKind.COLUMN) {
                quiet(id.object());
            }
        }
    }

    /** Values that move from one column to another are no change that triggers or rules should see. */
    private void quiet(ObjectId table) {
        situation.before().partsOf(table).keySet().stream()
                .filter(id -> id.kind() == PartKind.TRIGGER || id.kind() == PartKind.RULE)
                .filter(id -> situation.after().part(id).isPresent() && !verb(id).drops())
                .forEach(id -> set(id, Fate.of(Verb.REPLACE)));
    }

    private void reach(PartId used, Fate fate, PartId user) {
        switch (fate.verb()) {
            case SWAP -> swapped(used, user);
            case REPLACE -> {
                if (!StepAside.staysOver(used, user)) {
                    set(user, Fate.of(Verb.REPLACE));
                }
            }
            case DROP -> {
                // no statement makes a foreign key use another key
                boolean released = user.kind() != PartKind.CONSTRAINT
                        && !situation.after().parts().get(user).uses().contains(used);
                if (verb(user) == Verb.KEEP && !StepAside.staysOver(used, user)
                        || !released && verb(user) == Verb.ALTER) {
                    set(user, Fate.of(Verb.REPLACE));
                }
            }
            case ALTER -> {
                if (fate.reach() == Change.Reach.USERS && StepAside.stepsAside(used, user, situation)) {
                    set(user, Fate.of(Verb.REPLACE));
                }
            }
            case KEEP, CREATE -> {}
        }
    }

    /** A swapped type takes columns with it, and types made of it; anything else is made anew, as with a column. */
    private void swapped(PartId type, PartId user) {
        if (type.kind() == PartKind.COLUMN) {
            if (!StepAside.staysOver(type, user)) {
                set(user, Fate.of(Verb.REPLACE));
            }
            return;
        }
        if (verb(user) == Verb.SWAP || user.object().equals(type.object()) && user.kind() == PartKind.ACCESS) {
            if (user.kind() == PartKind.ACCESS) {
                set(user, Fate.of(Verb.REPLACE));
            }
            return;
        }
        Part after = situation.after().parts().get(user);
        if (user.kind() == PartKind.COLUMN && !after.attributes().has("generated")) {
            if (of(user).reach() != Change.Reach.USERS) {
                set(
                        user,
                        new Fate(
                                Verb.ALTER,
                                ColumnRules.retypedSteps(
                                        situation.before().parts().get(user), after, situation),
                                Change.Reach.USERS));
            }
        } else if (Rules.swaps(user)) {
            set(user, Fate.of(Verb.SWAP));
        } else {
            set(user, Fate.of(Verb.REPLACE));
        }
    }

    /** A partition's index cannot be dropped alone, only with the one above. */
    private void upwards(PartId id, Fate fate) {
        boolean index = id.kind() == PartKind.INDEX || id.kind() == PartKind.CONSTRAINT;
        if (!index && id.kind() != PartKind.ATTACHED_INDEX || !fate.verb().drops()) {
            return;
        }
        boolean released = verb(id.whole()).drops()
                || verb(id.sibling(PartKind.INHERITANCE, "")).drops();
        PartId own = index ? id : ownIndex(id);
        Situation.origin(situation.before(), own).ifPresent(above -> {
            if (!released && verb(above) != Verb.DROP && !verb(above).drops()) {
                set(above, Fate.of(Verb.REPLACE));
            }
            if (!released && verb(own) != Verb.DROP && !verb(own).drops()) {
                set(own, Fate.of(situation.after().parts().containsKey(own) ? Verb.REPLACE : Verb.DROP));
            }
        });
    }

    private PartId ownIndex(PartId attached) {
        PartId constraint = attached.sibling(PartKind.CONSTRAINT, attached.name());
        return situation.before().parts().containsKey(constraint)
                ? constraint
                : attached.sibling(PartKind.INDEX, attached.name());
    }

    private boolean gone(PartId id) {
        return verb(id).drops() || verb(id) == Verb.SWAP;
    }

    /** A column that is dropped and added again has lost its grants, while those of its table stay. */
    private void restoreColumnGrants() {
        for (PartId id : List.copyOf(situation.after().parts().keySet())) {
            if (id.kind() == PartKind.ACCESS && situation.before().parts().containsKey(id) && !verb(id).drops()) {
                List<String> lost = situation.before().attributes(id).tree("columns").names().stream()
                        .filter(name -> gone(id.sibling(PartKind.COLUMN, name)))
                        .toList();
                if (!lost.isEmpty()) {
                    fates.put(
                            id,
                            new Fate(
                                    Verb.ALTER,
                                    AccessRules.regrant(
                                            situation.before().parts().get(id),
                                            situation.after().parts().get(id),
                                            lost,
                                            situation),
                                    Change.Reach.ITSELF));
                }
            }
        }
    }
}
