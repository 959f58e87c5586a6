package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.Locale;
import java.util.TreeMap;

/** Columns of a table. */
public final class ColumnDdl {
    private ColumnDdl() {}

    /** A column as {@code CREATE TABLE} and {@code ADD COLUMN} take it. */
    public static String line(ObjectId table, String column, Attributes of) {
        StringBuilder line = new StringBuilder(Names.quoted(column));
        of.text("type").ifPresent(type -> line.append(' ').append(type));
        line.append(ForeignDdl.options(of, "foreign_options"));
        of.text("compression").ifPresent(method -> line.append(" COMPRESSION ").append(method));
        of.text("collation").ifPresent(collation -> line.append(" COLLATE ").append(collation));
        return line.append(constraints(table, column, of)).toString();
    }

    /** A column of a typed table, which has its type from elsewhere; empty when there is nothing else to say. */
    public static String ofTypedTable(ObjectId table, String column, Attributes of) {
        String constraints = constraints(table, column, of);
        return constraints.isEmpty() ? "" : Names.quoted(column) + " WITH OPTIONS" + constraints;
    }

    private static String constraints(ObjectId table, String column, Attributes of) {
        StringBuilder line = new StringBuilder();
        of.text("default").ifPresent(value -> line.append(" DEFAULT ").append(value));
        Attributes generated = of.tree("generated");
        generated
                .text("expression")
                .ifPresent(expression -> line.append(" GENERATED ALWAYS AS (")
                        .append(expression)
                        .append(") ")
                        .append(generated.text("kind").orElse("stored").toUpperCase(Locale.ROOT)));
        if (of.has("identity")) {
            line.append(' ').append(identity(table, column, of.tree("identity")));
        }
        if (of.flag("not_null") && !of.denies("not_null_validated")) {
            of.text("not_null_name")
                    .ifPresent(name -> line.append(" CONSTRAINT ").append(Names.quoted(name)));
            line.append(" NOT NULL").append(of.flag("not_null_no_inherit") ? " NO INHERIT" : "");
        }
        return line.toString();
    }

    /** {@code GENERATED … AS IDENTITY}, with the options of its sequence that are not as usual. */
    public static String identity(ObjectId table, String column, Attributes identity) {
        Attributes sequence = identity.tree("sequence");
        String usual = table.schema().map(schema -> Names.quoted(schema) + ".").orElse("")
                + Names.quoted(table.name() + "_" + column + "_seq");
        String name = sequence.text("name")
                .filter(given -> !given.equals(usual))
                .map(given -> " SEQUENCE NAME " + given)
                .orElse("");
        String options = name + SequenceDdl.text(sequence);
        return "GENERATED " + identity.text("generated").orElse("always").toUpperCase(Locale.ROOT) + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options.trim() + ")");
    }

    /** What columns have that {@code CREATE} cannot say. */
    static void settings(String relation, Attributes attributes, Script script) {
        attributes.trees("columns").forEach((column, of) -> {
            String alter = "ALTER " + relation + " ALTER COLUMN " + Names.quoted(column);
            of.text("storage")
                    .ifPresent(storage -> script.add(alter, " SET STORAGE ", storage.toUpperCase(Locale.ROOT)));
            of.text("statistics").ifPresent(target -> script.add(alter, " SET STATISTICS ", target));
            RelationOptions.change(new TreeMap<>(), of.texts("options")).forEach(set -> script.add(alter, " ", set));
            if (of.flag("not_null") && of.denies("not_null_validated")) {
                String name = of.text("not_null_name")
                        .map(given -> "CONSTRAINT " + Names.quoted(given) + " ")
                        .orElse("");
                script.add("ALTER ", relation, " ADD ", name, "NOT NULL ", Names.quoted(column), " NOT VALID");
            }
        });
    }
}
