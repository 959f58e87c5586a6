package io.pggit.core.plan.order;

import io.pggit.core.plan.part.Attributes;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Refusal;
import io.pggit.core.plan.part.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The net under all rules: a part that differs and gets no statement is refused by name, unless it changes with another. */
final class Unanswered {
    /** What is told of a part although another one decides it. */
    private static final Set<String> FOLLOWING = Set.of("inherited", "partition_of", "valid");

    private Unanswered() {}

    static Optional<Refusal> of(Part before, Part after, Situation situation) {
        List<String> open = differing(before.attributes(), after.attributes()).stream()
                .filter(name -> !FOLLOWING.contains(name))
                .filter(name -> !name.equals("local") || fixed(after.id(), situation))
                .filter(name -> !name.equals("index") || indexDiffers(before, after))
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
