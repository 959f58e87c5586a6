package io.pggit.core.plan.order;

import io.pggit.core.lex.SqlLexer;
import io.pggit.core.plan.order.Action.Deed;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Side;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * What the text of a routine seems to use. PostgreSQL does not record it, but looks at the body of an SQL function when
 * the function is created. A wish, not a need: it gives way where it closes a circle.
 */
final class RoutineBodies {
    private RoutineBodies() {}

    /** Whatever a body names should be as it will be before the routine is. */
    static void wishes(Side after, Set<Action> planned, BiConsumer<Action, Action> wish) {
        SortedMap<String, TreeSet<PartId>> byName = new TreeMap<>();
        for (Action action : planned) {
            if (action.deed() != Deed.DROP && action.deed() != Deed.RETIRE) {
                byName.computeIfAbsent(action.part().object().name(), key -> new TreeSet<>())
                        .add(action.part());
            }
        }
        for (Action action : planned) {
            String body = after.attributes(action.part()).text("definition").orElse("");
            if (action.part().kind() == PartKind.OBJECT && action.deed() != Deed.DROP && !body.isEmpty()) {
                SqlLexer.names(body).stream()
                        .flatMap(word -> byName.getOrDefault(word, new TreeSet<>()).stream())
                        .filter(part -> !part.object().equals(action.part().object()))
                        .filter(part -> part.kind() == PartKind.OBJECT || part.kind() == PartKind.COLUMN)
                        .forEach(part -> List.of(Deed.CREATE, Deed.ALTER)
                                .forEach(deed -> wish.accept(new Action(part, deed), action)));
            }
        }
    }
}
