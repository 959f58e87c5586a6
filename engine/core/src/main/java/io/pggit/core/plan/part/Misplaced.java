package io.pggit.core.plan.part;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns that will not stand as they should, since PostgreSQL moves none. It is no difference that a plan could take away.
 *
 * @param object a table, or a composite type
 * @param columns in the order in which they will stand once the plan has run
 * @param wanted in the order in which they should stand
 */
public record Misplaced(ObjectId object, List<String> columns, List<String> wanted) {
    /** Copies both lists. */
    public Misplaced {
        columns = List.copyOf(columns);
        wanted = List.copyOf(wanted);
    }

    /** For people, in one sentence. */
    public String text() {
        return "columns of " + Names.qualified(object) + " will stand in the order " + names(columns) + " instead of "
                + names(wanted) + "; PostgreSQL cannot reorder them";
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Names::quoted).collect(Collectors.joining(", "));
    }
}
