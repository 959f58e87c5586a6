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
                .filter(origin ->
                        situation.leader(column.id()).filter(origin::equals).isPresent());
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
        boolean named = situation.options().serverVersion() >= 18;
        if (named
                && !old.same(now, "not_null")
                && now.flag("not_null")
                && !column.attributes().flag("not_null")) {
            own = named(column.id(), own, NotNull.plainName(above.get(), now));
        }
        return own;
    }

    /** A NOT NULL that comes from above brings its name along. */
    private static Attributes named(PartId id, Attributes own, String name) {
        return name.equals(NotNull.plainName(id, Attributes.NONE))
                ? own.without("not_null_name")
                : own.with("not_null_name", name);
    }
}
