package io.pggit.core.plan.order;

import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Refusal;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.rules.Adoption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The net under all rules: a part that differs and gets no statement is refused by name, unless it changes with another. */
final class Unanswered {
    /** What is told of a part although another one decides it; the order of attributes, that in which they were added. */
    private static final Set<String> FOLLOWING = Set.of("inherited", "partition_of", "valid", "attribute_order");

    private Unanswered() {}

    static Optional<Refusal> of(Part before, Part after, Situation situation) {
        List<String> open = differing(before.attributes(), after.attributes()).stream()
                .filter(name -> !FOLLOWING.contains(name))
                .filter(name -> !name.equals("local") || fixed(after.id(), situation))
                .filter(name -> !name.equals("index") || indexDiffers(before, after))
                .filter(name -> !name.equals("replica_identity") || !saidByIndex(after, situation))
                .toList();
        boolean follows = after.id().kind() == PartKind.ACCESS
                || situation.detached().contains(after.id().object())
                || situation
                        .leader(after.id())
                        .filter(above -> !situation
                                .before()
                                .attributes(above)
                                .equals(situation.after().attributes(above)))
                        .filter(above -> !open.contains("local"))
                        .isPresent();
        return open.isEmpty() || follows
                ? Optional.empty()
                : Optional.of(new Refusal(
                        after.id().text(), "nothing is known that changes " + String.join(", ", open) + " in place"));
    }

    /** A column or check that was there before its table came under another, or before that had it, stays its own for good. */
    static List<Refusal> stayLocal(Fates fates, Situation situation) {
        return situation.after().parts().values().stream()
                .filter(part -> part.attributes().flag("inherited")
                        && !part.attributes().flag("local"))
                .filter(part -> situation
                        .after()
                        .attributes(part.id().sibling(PartKind.INHERITANCE, ""))
                        .has("inherits"))
                .filter(part -> !fates.verb(part.id().whole()).creates())
                .filter(part ->
                        fates.verb(part.id().sibling(PartKind.INHERITANCE, "")).creates()
                                || !fates.verb(part.id()).creates() && Adoption.wanted(part, situation))
                .map(part -> new Refusal(part.id().text(), Adoption.reason(part, situation)))
                .toList();
    }

    /** An index says itself that it is its table's replica identity. */
    private static boolean saidByIndex(Part table, Situation situation) {
        Attributes whole = situation.after().object(table.id().object());
        return table.attributes().text("replica_identity").equals(Optional.of("index"))
                && Stream.concat(
                                whole.trees("indexes").values().stream(),
                                whole.trees("constraints").values().stream().map(key -> key.tree("index")))
                        .anyMatch(index -> index.flag("replica_identity"));
    }

    private static Set<String> differing(Attributes before, Attributes after) {
        Set<String> names = new TreeSet<>(before.names());
        names.addAll(after.names());
        names.removeIf(name -> before.same(after, name));
        return names;
    }

    private static boolean indexDiffers(Part before, Part after) {
        return !before.attributes().tree("index").sameBut(after.attributes().tree("index"), "partition_of", "valid");
    }

    /** A part stays its own, or stays not, as long as it comes from the same tables above. */
    private static boolean fixed(PartId id, Situation situation) {
        PartId place = id.sibling(PartKind.INHERITANCE, "");
        return !situation.detached().contains(id.object())
                && situation.before().attributes(place).equals(situation.after().attributes(place))
                && Situation.origin(situation.before(), id).isPresent()
                && Situation.origin(situation.after(), id).isPresent();
    }
}
