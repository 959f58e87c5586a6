package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.TableDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes CREATE TABLE with the columns and constraints that come with it. */
final class TableDefinition {
    private TableDefinition() {}

    static String of(Part table, Set<PartId> with, Situation situation) {
        Attributes own = table.attributes();
        Optional<Attributes> placed = with.stream()
                .filter(id -> id.kind() == PartKind.INHERITANCE
                        && id.object().equals(table.id().object()))
                .map(id -> situation.after().attributes(id))
                .findFirst();
        boolean partition = placed.filter(place -> place.has("partition_of")).isPresent();
        StringBuilder sql = new StringBuilder("CREATE ");
        sql.append(own.has("persistence") ? "UNLOGGED TABLE " : "TABLE ");
        sql.append(Names.qualified(table.id().object()));
        own.text("of_type").ifPresent(type -> sql.append(" OF ").append(type));
        placed.filter(place -> partition)
                .ifPresent(place -> sql.append(" PARTITION OF ")
                        .append(place.tree("partition_of").required("parent")));
        List<String> lines = lines(table, with, situation, partition, placed.isPresent());
        if (!lines.isEmpty()) {
            sql.append(lines.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)")));
        } else if (!partition && !own.has("of_type")) {
            sql.append(" ()");
        }
        placed.ifPresent(place -> sql.append(
                partition
                        ? " " + place.tree("partition_of").required("bound")
                        : " INHERITS (" + String.join(", ", place.list("inherits")) + ")"));
        sql.append(TableDdl.storage(table.id().object(), own));
        return sql.toString();
    }

    private static List<String> lines(
            Part table, Set<PartId> with, Situation situation, boolean partition, boolean placed) {
        List<String> lines = new ArrayList<>();
        boolean typed = table.attributes().has("of_type");
        for (String name : situation.after().object(table.id().object()).list("column_order")) {
            PartId id = table.id().sibling(PartKind.COLUMN, name);
            Attributes column = situation.after().attributes(id);
            boolean fromAbove = partition || placed && column.flag("inherited") && !column.flag("local");
            if (with.contains(id) && !fromAbove) {
                Optional<String> value = Optional.of(id.sibling(PartKind.DEFAULT, name))
                        .filter(with::contains)
                        .map(part -> situation.after().attributes(part).required("default"));
                String definition = typed
                        ? ColumnDefinition.ofTypedTable(id, column, value, situation)
                        : ColumnDefinition.of(id, column, value, situation);
                if (!definition.isEmpty()) {
                    lines.add(definition);
                }
            }
        }
        with.stream()
                .filter(id -> id.kind() == PartKind.CONSTRAINT
                        && id.object().equals(table.id().object()))
                .filter(id -> !placed || !inheritedOnly(situation.after().attributes(id)))
                .forEach(id -> lines.add("CONSTRAINT " + Names.quoted(id.name()) + " "
                        + situation.after().attributes(id).required("definition")));
        return lines;
    }

    private static boolean inheritedOnly(Attributes constraint) {
        return constraint.flag("inherited") && !constraint.flag("local");
    }
}
