package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Attributes;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Situation;
import java.util.Locale;
import java.util.Optional;

/** Writes a column as CREATE TABLE and ADD COLUMN take it. */
final class ColumnDefinition {
    private ColumnDefinition() {}

    static String of(PartId id, Attributes column, Optional<String> value, Situation situation) {
        StringBuilder sql = new StringBuilder(Names.quoted(id.name()) + " " + column.required("type"));
        column.text("compression")
                .ifPresent(method -> sql.append(" COMPRESSION ").append(method));
        column.text("collation").ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        sql.append(constraints(id, column, value, situation));
        return sql.toString();
    }

    /** A typed table's column has its type from elsewhere; empty when there is nothing else to say. */
    static String ofTypedTable(PartId id, Attributes column, Optional<String> value, Situation situation) {
        String constraints = constraints(id, column, value, situation);
        return constraints.isEmpty() ? "" : Names.quoted(id.name()) + " WITH OPTIONS" + constraints;
    }

    private static String constraints(PartId id, Attributes column, Optional<String> value, Situation situation) {
        StringBuilder sql = new StringBuilder();
        if (column.has("generated")) {
            sql.append(" GENERATED ALWAYS AS (")
                    .append(column.tree("generated").required("expression"))
                    .append(") ")
                    .append(column.tree("generated").required("kind").toUpperCase(Locale.ROOT));
        }
        if (column.has("identity")) {
            sql.append(" ").append(Identity.definition(id, column.tree("identity")));
        }
        value.ifPresent(text -> sql.append(" DEFAULT ").append(text));
        if (column.flag("not_null") && !column.has("not_null_validated")) {
            if (column.has("not_null_name") || NotNull.nameTaken(id, column, situation)) {
                sql.append(" CONSTRAINT ").append(Names.quoted(Part.notNullName(id, column)));
            }
            sql.append(" NOT NULL").append(column.flag("not_null_no_inherit") ? " NO INHERIT" : "");
        }
        return sql.toString();
    }
}
