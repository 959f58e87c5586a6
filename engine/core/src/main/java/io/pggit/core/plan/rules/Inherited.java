package io.pggit.core.plan.rules;

import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Situation;
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
            boolean stays = name.equals("not_null") && mayOutlive(column.id(), now, situation);
            if (!old.same(now, name) && !stays) {
                own = own.with(name, now);
            }
        }
        boolean named = situation.options().serverVersion() >= 18;
        if (named
                && !old.same(now, "not_null")
                && now.flag("not_null")
                && !column.attributes().flag("not_null")) {
            own = named(column.id(), own, Part.notNullName(above.get(), now));
        }
        return own;
    }

    /** From 18 on a primary key made over an index leaves a NOT NULL that no longer needs the one above. */
    private static boolean mayOutlive(PartId column, Attributes above, Situation situation) {
        return situation.options().serverVersion() >= 18
                && !above.flag("not_null")
                && situation.before().users(column).stream()
                        .anyMatch(user -> situation
                                .before()
                                .attributes(user)
                                .text("type")
                                .orElse("")
                                .equals("primary_key"));
    }

    /** A NOT NULL that comes from above brings its name along. */
    private static Attributes named(PartId id, Attributes own, String name) {
        return name.equals(Part.notNullName(id, Attributes.NONE))
                ? own.without("not_null_name")
                : own.with("not_null_name", name);
    }
}
