package io.pggit.proof;

import io.pggit.capture.catalog.Catalog;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the tables of a case hold: how many rows, and a checksum of each column's values.
 *
 * @param tables the facts and content of each table
 */
record Rows(SortedMap<ObjectId, Content> tables) {
    /** Said among the losses of a plan that renames a label. */
    static final String RENAMED = "names of labels";

    /**
     * What one table holds.
     *
     * @param facts the table's attributes
     * @param count its rows
     * @param checksums by column; of values as text, in any order
     */
    record Content(Attributes facts, long count, SortedMap<String, String> checksums) {}

    /** Puts rows in, or does not. */
    @FunctionalInterface
    interface Seeding {
        void fill(Connection connection, Catalog catalog) throws SQLException;
    }

    /** Two rows with values everywhere, and one that leaves out what may be left out, in every table that takes them. */
    static void withNulls(Connection connection, Catalog catalog) throws SQLException {
        fill(connection, catalog, List.of("1", "2", ""));
    }

    /** Two rows with values everywhere, in every table that takes them. */
    static void withoutNulls(Connection connection, Catalog catalog) throws SQLException {
        fill(connection, catalog, List.of("1", "2"));
    }

    /** No rows at all. */
    static void none(Connection connection, Catalog catalog) {
        // what is there is enough
    }

    private static void fill(Connection connection, Catalog catalog, List<String> seeds) throws SQLException {
        List<String> open = new ArrayList<>();
        tables(catalog).forEach((id, facts) -> seeds.forEach(seed -> open.add(insert(id, facts, seed))));
        int before;
        do { // foreign keys want the tables they point at filled first
            before = open.size();
            for (String insert : List.copyOf(open)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(insert);
                    open.remove(insert);
                } catch (SQLException refused) {
                    String state = String.valueOf(refused.getSQLState());
                    if (state.startsWith("08")) {
                        throw refused;
                    }
                }
            }
        } while (!open.isEmpty() && open.size() < before);
    }

    private static SortedMap<ObjectId, Attributes> tables(Catalog catalog) {
        TreeMap<ObjectId, Attributes> tables = new TreeMap<>();
        catalog.objects().forEach((id, facts) -> {
            if (id.kind() == ObjectKind.TABLE) {
                tables.put(id, Attributes.of(facts.view()));
            }
        });
        return tables;
    }

    /** An empty {@code seed} leaves out every column that may be left out. */
    private static String insert(ObjectId table, Attributes facts, String seed) {
        SortedMap<String, String> values = new TreeMap<>();
        facts.trees("columns").forEach((name, column) -> {
            boolean optional = !column.flag("not_null") || column.has("default");
            if (!column.has("generated") && !column.has("identity") && !(seed.isEmpty() && optional)) {
                values.put(name, value(column.required("type"), seed.isEmpty() ? "3" : seed));
            }
        });
        return "INSERT INTO " + Names.qualified(table)
                + (values.isEmpty()
                        ? " DEFAULT VALUES"
                        : values.keySet().stream().map(Names::quoted).collect(Collectors.joining(", ", " (", ")"))
                                + " VALUES "
                                + values.values().stream().collect(Collectors.joining(", ", "(", ")")));
    }

    /** Texts are digits, so that they survive a change of type. */
    private static String value(String type, String seed) {
        String bare = type.replaceAll("\\(.*?\\)", "");
        if (bare.endsWith("[]")) {
            return "ARRAY[" + value(bare.substring(0, bare.length() - 2), seed) + "]::" + bare;
        }
        String text = switch (bare) {
            case "boolean" -> seed.equals("1") ? "true" : "false";
            case "date", "timestamp without time zone", "timestamp with time zone" -> "2020-01-0" + seed;
            case "time without time zone", "time with time zone" -> "0" + seed + ":00";
            case "interval" -> seed + " hours";
            case "uuid" -> "00000000-0000-0000-0000-00000000000" + seed;
            case "inet", "cidr" -> "10.0.0." + seed;
            case "bytea" -> "\\x0" + seed;
            case "point" -> "(1," + seed + ")";
            default -> seed;
        };
        return bare.contains(".") || bare.endsWith("range")
                ? "(SELECT COALESCE((SELECT enumlabel::text FROM pg_enum WHERE enumtypid = " + Names.literal(bare)
                        + "::regtype ORDER BY enumsortorder LIMIT 1), "
                        + (bare.endsWith("range") ? "'empty'" : Names.literal(text)) + "))::text::" + bare
                : Names.literal(text) + "::" + bare;
    }

    /** What is there: rows of tables below are in those, whether they stay below or not. */
    static Rows of(Connection connection, Catalog catalog) throws SQLException {
        TreeMap<ObjectId, Content> contents = new TreeMap<>();
        for (var table : tables(catalog).entrySet()) {
            List<String> columns = List.copyOf(table.getValue().trees("columns").keySet());
            String sums = columns.stream()
                    .map(column -> ", md5(string_agg(" + Names.quoted(column) + "::text, ',' ORDER BY "
                            + Names.quoted(column) + "::text))")
                    .collect(Collectors.joining());
            TreeMap<String, String> checksums = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT count(*)" + sums + " FROM ONLY " + Names.qualified(table.getKey()))) {
                row.next();
                for (int i = 0; i < columns.size(); i++) {
                    checksums.put(columns.get(i), String.valueOf(row.getString(i + 2)));
                }
                contents.put(table.getKey(), new Content(table.getValue(), row.getLong(1), checksums));
            }
        }
        return new Rows(contents);
    }

    /**
     * Tables that have other rows, and columns of the same type that have other values, although no loss of theirs was
     * declared. Values of an enum have other texts, and are the same, where one of its labels was renamed.
     *
     * @param declared the losses plans told, and {@link #RENAMED} where they rename a label
     */
    List<String> lost(Rows after, List<String> declared) {
        List<String> lost = new ArrayList<>();
        tables.forEach((id, content) -> {
            String name = Names.qualified(id);
            Content now = after.tables.get(id);
            if (now == null || declared.contains("table " + name)) {
                return;
            }
            if (now.count() < content.count()) {
                lost.add(name + ": " + content.count() + " rows before, " + now.count() + " after");
            }
            content.checksums().forEach((column, sum) -> {
                boolean inherited = content.facts().member("columns", column).flag("inherited");
                boolean respelled = declared.contains(RENAMED)
                        && content.facts()
                                .member("columns", column)
                                .required("type")
                                .contains(".");
                boolean told = declared.stream()
                        .anyMatch(loss ->
                                loss.contains("column " + Names.quoted(column) + " of " + (inherited ? "" : name))
                                        || loss.startsWith("attribute "));
                if (now.checksums().containsKey(column)
                        && same(content.facts(), now.facts(), column)
                        && !told
                        && !respelled
                        && !now.checksums().get(column).equals(sum)) {
                    lost.add(name + "." + column + " has other values");
                }
            });
        });
        return lost;
    }

    private static boolean same(Attributes before, Attributes after, String column) {
        Attributes one = before.member("columns", column);
        Attributes other = after.member("columns", column);
        return one.same(other, "type") && one.same(other, "generated");
    }
}
