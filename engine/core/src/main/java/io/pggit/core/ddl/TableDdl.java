package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code CREATE TABLE} or {@code CREATE FOREIGN TABLE} with all that hangs on it. A partition is created as a table and then attached, as pg_dump does:
 * its columns may be in another order than its parent's.
 */
public final class TableDdl {
    private static final List<String> CONSTRAINT_ORDER =
            List.of("primary_key", "unique", "exclusion", "check", "foreign_key");

    private final ObjectId id;
    private final String name;
    private final Attributes attributes;
    private final Script script;

    TableDdl(ObjectId id, Attributes attributes, Script script) {
        this.id = id;
        this.name = Names.qualified(id);
        this.attributes = attributes;
        this.script = script;
    }

    void write() {
        boolean unlogged =
                attributes.text("persistence").filter("unlogged"::equals).isPresent();
        List<String> lines = lines();
        Optional<String> type = attributes.text("of_type");
        String body =
                lines.isEmpty() ? (type.isPresent() ? "" : " ()") : " (\n    " + String.join(",\n    ", lines) + "\n)";
        List<String> parents = attributes.list("inherits");
        script.add(
                id.kind() == ObjectKind.FOREIGN_TABLE
                        ? "CREATE FOREIGN TABLE "
                        : unlogged ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ",
                name,
                type.map(of -> " OF " + of).orElse(""),
                body,
                parents.isEmpty() ? "" : "\nINHERITS (" + String.join(", ", parents) + ")",
                storage(id, attributes));
        inheritedDefaults();
        laterConstraints();
        ColumnDdl.settings("TABLE ONLY " + name, attributes, script);
        attributes
                .text("replica_identity")
                .filter(identity -> !identity.equals("index"))
                .ifPresent(identity ->
                        script.add("ALTER TABLE ", name, " REPLICA IDENTITY ", identity.toUpperCase(Locale.ROOT)));
        Attributes partition = attributes.tree("partition_of");
        partition
                .text("parent")
                .ifPresent(parent -> script.add(
                        "ALTER TABLE ONLY ",
                        parent,
                        " ATTACH PARTITION ",
                        name,
                        partition.text("bound").map(bound -> " " + bound).orElse("")));
        new RelationParts(id, attributes, script).write();
    }

    /** How a table is divided and stored: the end of {@code CREATE TABLE}, each clause on a line of its own. */
    public static String storage(ObjectId id, Attributes table) {
        boolean foreign = id.kind() == ObjectKind.FOREIGN_TABLE;
        return table.text("partition_by").map(key -> "\nPARTITION BY " + key).orElse("")
                + table.text("server")
                        .map(server -> "\nSERVER " + Names.quoted(server) + ForeignDdl.options(table, "options"))
                        .orElse("")
                + table.text("access_method")
                        .map(method -> "\nUSING " + Names.quoted(method))
                        .orElse("")
                + (foreign ? "" : RelationOptions.with("\n", table.texts("options")))
                + table.text("tablespace")
                        .map(space -> "\nTABLESPACE " + Names.quoted(space))
                        .orElse("");
    }

    private boolean isPartition() {
        return attributes.has("partition_of");
    }

    /** Whether a column or constraint is there because a parent has it, and for no other reason. */
    private boolean comesFromParent(Attributes of) {
        return of.flag("inherited") && !of.flag("local") && !isPartition();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, Attributes> columns = attributes.trees("columns");
        if (!attributes.has("of_type")) {
            for (String column : attributes.list("column_order")) {
                Attributes of = columns.getOrDefault(column, Attributes.NONE);
                if (!comesFromParent(of)) {
                    lines.add(ColumnDdl.line(id, column, of));
                }
            }
        }
        for (String kind : CONSTRAINT_ORDER) {
            attributes.trees("constraints").forEach((constraint, of) -> {
                boolean ofKind = of.text("type").filter(kind::equals).isPresent();
                if (ofKind && !comesFromParent(of) && !of.denies("validated")) {
                    lines.add(constraint(constraint, of));
                }
            });
        }
        return lines;
    }

    private static String constraint(String constraint, Attributes of) {
        return "CONSTRAINT " + Names.quoted(constraint) + " "
                + of.text("definition").orElse("");
    }

    private void inheritedDefaults() {
        attributes.trees("columns").forEach((column, of) -> {
            if (comesFromParent(of)) {
                of.text("default")
                        .ifPresent(value -> script.add(
                                "ALTER TABLE ONLY ",
                                name,
                                " ALTER COLUMN ",
                                Names.quoted(column),
                                " SET DEFAULT ",
                                value));
            }
        });
    }

    /** What is not validated, or of a kind this version does not know, cannot stand in {@code CREATE TABLE}. */
    private void laterConstraints() {
        attributes.trees("constraints").forEach((constraint, of) -> {
            boolean known = of.text("type").filter(CONSTRAINT_ORDER::contains).isPresent();
            if (!comesFromParent(of) && (of.denies("validated") || !known)) {
                script.add("ALTER TABLE ", name, " ADD ", constraint(constraint, of));
            }
        });
    }
}
