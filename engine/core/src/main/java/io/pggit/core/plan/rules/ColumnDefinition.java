package io.pggit.core.plan.rules;

import io.pggit.core.ddl.ColumnDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Situation;
import java.util.List;
import java.util.Optional;

/** Writes a column as CREATE TABLE and ADD COLUMN take it. */
final class ColumnDefinition {
    private ColumnDefinition() {}

    static String of(PartId id, Attributes column, Optional<String> value, Situation situation) {
        try {
            column.required("type");
            return ColumnDdl.line(id.object(), id.name(), complete(id, column, value, situation));
        } catch (CorruptFacts e) {
            throw e.in(id.text());
        }
    }

    /** Empty when there is nothing to say. */
    static String ofTypedTable(PartId id, Attributes column, Optional<String> value, Situation situation) {
        return ColumnDdl.ofTypedTable(id.object(), id.name(), complete(id, column, value, situation));
    }

    /** With its default, which is a part of its own, and the name of its NOT NULL where PostgreSQL would choose another. */
    private static Attributes complete(PartId id, Attributes column, Optional<String> value, Situation situation) {
        if (column.has("generated")) {
            List.of("expression", "kind").forEach(column.tree("generated")::required);
        }
        if (column.has("identity")) {
            Identity.check(column.tree("identity"));
        }
        Attributes complete = value.map(text -> column.with("default", text)).orElse(column);
        return NotNull.nameTaken(id, column, situation)
                ? complete.with("not_null_name", Part.notNullName(id, column))
                : complete;
    }
}
