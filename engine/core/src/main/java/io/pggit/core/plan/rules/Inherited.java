package io.pggit.core.plan.rules;

import io.pggit.core.plan.Attributes;
import io.pggit.core.plan.Part;
import io.pggit.core.plan.PartId;
import io.pggit.core.plan.Situation;
import java.util.List;
import java.util.Optional;

/** What a column inherits changes with the column it comes from. */
final class Inherited {
    private Inherited() {}

    /** The attributes of a column of the before side once the columns above have theirs of the after side. */
    static Attributes asAfterParents(Part column, Situation situation) {
        Optional<PartId> above = Situation.origin(situation.before(), column.id())
                .filter(origin -> Situation.origin(situation.after(), column.id())
                        .filter(origin::equals)
                        .isPresent());
        if (above.isEmpty()) {
            return column.attributes();
        }
        Attributes old = situation.before().attributes(above.get());
        Attributes now = situation.after().attributes(above.get());
        Attributes own = column.attributes();
        for (String name : List.of("type", "collation", "not_null", "generated")) {
            if (!old.same(now, name)) {
                own = own.with(name, now);
            }
        }
        return own;
    }
}
