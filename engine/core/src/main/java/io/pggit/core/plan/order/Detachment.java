package io.pggit.core.plan.order;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Side;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.rules.NotNull;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which tables must leave the table above for a while, because something about them can only change while they stand alone. */
public final class Detachment {
    private Detachment() {}

    public static SortedSet<ObjectId> of(Side before, Side after, PlanOptions options) {
        Situation situation = new Situation(before, after, options, Set.of());
        SortedSet<ObjectId> detached = new TreeSet<>();
        for (Part part : before.parts().values()) {
            PartId place = part.id().sibling(PartKind.INHERITANCE, "");
            boolean stays = before.part(place).isPresent() && after.part(place).isPresent();
            boolean leaves = switch (part.id().kind()) {
                case INHERITANCE -> !part.attributes().equals(after.attributes(place));
                case COLUMN -> NotNull.renamesInherited(part, situation);
                default -> false;
            };
            if (stays && leaves) {
                detached.add(part.id().object());
            }
        }
        return detached;
    }
}
