package io.pggit.core.merge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A small schema that changes as PostgreSQL would change it: a rename reaches every text, a drop takes its users along. */
public final class ModelSchema {
    private static final String[] NAMES = {"a", "b", "c", "d", "Odd", "user", "mail", "total"};
    private static final String[] TYPES = {"integer", "text", "numeric(10,2)", "bigint"};

    private final List<Table> tables = new ArrayList<>();
    private final List<Labels> enums = new ArrayList<>();
    /** Numbers things; sides of a merge draw from numbers of their own. */
    private int next;

    private ModelSchema() {}

    private static final class Column {
        int key;
        String name;
        String type;
        boolean notNull;
        int value;
        int comment;
    }

    /** An index, check or foreign key over one column, or a view over one table. */
    private record Use(int key, String what, String name, int column, int targetTable, int targetColumn, int version) {}

    private static final class Table {
        int key;
        String name;
        final List<Column> columns = new ArrayList<>();
        final List<Use> uses = new ArrayList<>();
        final TreeMap<String, TreeSet<String>> grants = new TreeMap<>();
        int fillfactor;
    }

    private static final class Labels {
        int key;
        String name;
        final List<String> labels = new ArrayList<>();
    }

    /** A few tables and what hangs on them. */
    public static ModelSchema random(Random random) {
        ModelSchema schema = new ModelSchema();
        for (int i = 0; i < 12; i++) {
            schema.edit(random);
        }
        return schema;
    }

    /** A copy that goes its own way; {@code side} keeps its numbers apart from those of other copies. */
    public ModelSchema branch(int side) {
        ModelSchema copy = new ModelSchema();
        copy.next = next + side * 1000;
        for (Table table : tables) {
            Table other = new Table();
            other.key = table.key;
            other.name = table.name;
            other.fillfactor = table.fillfactor;
            table.grants.forEach((grantee, privileges) -> other.grants.put(grantee, new TreeSet<>(privileges)));
            table.columns.forEach(column -> other.columns.add(copy(column)));
            other.uses.addAll(table.uses);
            copy.tables.add(other);
        }
        for (Labels labels : enums) {
            Labels other = new Labels();
            other.key = labels.key;
            other.name = labels.name;
            other.labels.addAll(labels.labels);
            copy.enums.add(other);
        }
        return copy;
    }

    private static Column copy(Column column) {
        Column copy = new Column();
        copy.key = column.key;
        copy.name = column.name;
        copy.type = column.type;
        copy.notNull = column.notNull;
        copy.value = column.value;
        copy.comment = column.comment;
        return copy;
    }

    /** The same after some more changes. */
    public ModelSchema edited(Random random, int edits) {
        for (int i = 0; i < edits; i++) {
            edit(random);
        }
        return this;
    }

    private void edit(Random random) {
        int what = random.nextInt(14);
        if (tables.isEmpty() || what == 0) {
            addTable(random);
            return;
        }
        Table table = tables.get(random.nextInt(tables.size()));
        Column column = table.columns.get(random.nextInt(table.columns.size()));
        switch (what) {
            case 1 -> rename(table, random);
            case 2 -> drop(table);
            case 3, 4 -> addColumn(table, random);
            case 5 -> drop(table, column);
            case 6 -> column.name = freshColumn(table, random);
            case 7 -> column.type = TYPES[random.nextInt(TYPES.length)];
            case 8 -> column.value = random.nextInt(4);
            case 9 -> column.notNull = !column.notNull;
            case 10 -> column.comment = random.nextInt(3);
            case 11 -> use(table, column, random);
            case 12 -> privileges(table, random);
            default -> labels(random);
        }
    }

    private void addTable(Random random) {
        Table table = new Table();
        table.key = next++;
        table.name = freshName(random);
        tables.add(table);
        addColumn(table, random);
        addColumn(table, random);
    }

    private String freshName(Random random) {
        String name = NAMES[random.nextInt(NAMES.length)] + random.nextInt(4);
        boolean taken = tables.stream().anyMatch(table -> table.name.equals(name))
                || enums.stream().anyMatch(labels -> labels.name.equals(name))
                || tables.stream().flatMap(table -> table.uses.stream()).anyMatch(use -> use.name.equals(name));
        return taken ? freshName(random) : name;
    }

    private static String freshColumn(Table table, Random random) {
        String name = NAMES[random.nextInt(NAMES.length)] + (random.nextBoolean() ? "" : random.nextInt(3));
        return table.columns.stream().anyMatch(column -> column.name.equals(name)) ? freshColumn(table, random) : name;
    }

    private void rename(Table table, Random random) {
        table.name = freshName(random);
    }

    private void addColumn(Table table, Random random) {
        Column column = new Column();
        column.key = next++;
        column.name = freshColumn(table, random);
        column.type = TYPES[random.nextInt(TYPES.length)];
        table.columns.add(column);
    }

    private void drop(Table table) {
        tables.remove(table);
        tables.forEach(other -> other.uses.removeIf(use -> use.what.equals("fk") && use.targetTable == table.key));
    }

    private void drop(Table table, Column column) {
        if (table.columns.size() > 1) {
            table.columns.remove(column);
            table.uses.removeIf(use -> use.column == column.key);
            tables.forEach(
                    other -> other.uses.removeIf(use -> use.what.equals("fk") && use.targetColumn == column.key));
        }
    }

    private void use(Table table, Column column, Random random) {
        if (!table.uses.isEmpty() && random.nextInt(3) == 0) {
            Use old = table.uses.remove(random.nextInt(table.uses.size()));
            if (random.nextBoolean()) {
                table.uses.add(new Use(
                        old.key, old.what, old.name, old.column, old.targetTable, old.targetColumn, random.nextInt(5)));
            }
            return;
        }
        String[] kinds = {"index", "check", "fk", "view"};
        String what = kinds[random.nextInt(4)];
        Table target = tables.get(random.nextInt(tables.size()));
        table.uses.add(new Use(
                next++, what, freshName(random), column.key, target.key, target.columns.get(0).key, random.nextInt(5)));
    }

    private static void privileges(Table table, Random random) {
        String[] privileges = {"INSERT", "SELECT", "UPDATE"};
        TreeSet<String> of = table.grants.computeIfAbsent("role" + random.nextInt(3), role -> new TreeSet<>());
        if (!of.add(privileges[random.nextInt(3)])) {
            table.grants.remove("role" + random.nextInt(3));
        }
        table.fillfactor = random.nextInt(3);
    }

    private void labels(Random random) {
        if (enums.isEmpty() || random.nextInt(4) == 0) {
            Labels labels = new Labels();
            labels.key = next++;
            labels.name = freshName(random);
            labels.labels.add("first");
            enums.add(labels);
        }
        List<String> labels = enums.get(random.nextInt(enums.size())).labels;
        labels.add(random.nextInt(labels.size() + 1), "label " + next++);
    }

    /** As history has it. */
    public SortedMap<ObjectId, Facts> facts() {
        TreeMap<ObjectId, Facts> facts = new TreeMap<>();
        tables.forEach(table -> {
            facts.put(id(table), facts(table));
            table.uses.stream()
                    .filter(use -> use.what.equals("view"))
                    .forEach(use -> facts.put(view(use), query(table, use)));
        });
        enums.forEach(labels -> {
            ObjectNode type = JsonNodeFactory.instance.objectNode().put("variant", "enum");
            labels.labels.forEach(type.putArray("labels")::add);
            facts.put(id(ObjectKind.TYPE, labels.name), Facts.of(type));
        });
        return facts;
    }

    private static ObjectId id(ObjectKind kind, String name) {
        return new ObjectId(kind, Optional.of("public"), name, Optional.empty());
    }

    private static ObjectId id(Table table) {
        return id(ObjectKind.TABLE, table.name);
    }

    private static ObjectId view(Use use) {
        return id(ObjectKind.VIEW, use.name);
    }

    private static Column column(Table table, int key) {
        return table.columns.stream()
                .filter(column -> column.key == key)
                .findFirst()
                .orElseThrow();
    }

    private Facts facts(Table table) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode().put("owner", "ann");
        ObjectNode columns = facts.putObject("columns");
        for (Column column : table.columns) {
            facts.withArray("column_order").add(column.name);
            ObjectNode of = columns.putObject(column.name).put("type", column.type);
            if (column.notNull) {
                of.put("not_null", true);
            }
            if (column.value > 0) {
                of.put("default", column.value + "::" + column.type);
            }
            if (column.comment > 0) {
                of.put("comment", "about " + column.comment);
            }
        }
        if (table.fillfactor > 0) {
            facts.putObject("options").put("fillfactor", "" + table.fillfactor * 10);
        }
        TreeSet<String> needs = new TreeSet<>();
        table.uses.forEach(use -> member(table, use, facts, needs));
        needs.remove(NewNames.reference(id(table)));
        if (!needs.isEmpty()) {
            needs.forEach(facts.putArray("depends_on")::add);
        }
        if (!table.grants.isEmpty()) {
            ObjectNode grants = facts.putObject("grants");
            TreeMap<String, TreeSet<String>> all = new TreeMap<>(table.grants);
            all.put("ann", new TreeSet<>(List.of("INSERT", "SELECT", "UPDATE")));
            all.forEach((grantee, privileges) -> privileges.forEach(grants.withArray(grantee)::add));
        }
        return Facts.of(facts);
    }

    private void member(Table table, Use use, ObjectNode facts, TreeSet<String> needs) {
        String column = Names.quoted(column(table, use.column).name);
        String name = Names.qualified(id(table));
        switch (use.what) {
            case "index" ->
                facts.withObject("/indexes")
                        .putObject(use.name)
                        .put(
                                "definition",
                                "CREATE INDEX " + Names.quoted(use.name) + " ON " + name + " USING btree (" + column
                                        + ") WHERE (" + column + " IS DISTINCT FROM '" + use.version + "'::text)");
            case "check" ->
                facts.withObject("/constraints")
                        .putObject(use.name)
                        .put("type", "check")
                        .put("definition", "CHECK ((length((" + column + ")::text) > " + use.version + "))");
            case "fk" -> {
                Table target = tables.stream()
                        .filter(other -> other.key == use.targetTable)
                        .findFirst()
                        .orElseThrow();
                needs.add(NewNames.reference(id(target)));
                facts.withObject("/constraints")
                        .putObject(use.name)
                        .put("type", "foreign_key")
                        .put(
                                "definition",
                                "FOREIGN KEY (" + column + ") REFERENCES " + Names.qualified(id(target)) + "("
                                        + Names.quoted(column(target, use.targetColumn).name) + ")");
            }
            default -> {}
        }
    }

    private static Facts query(Table table, Use use) {
        Column column = column(table, use.column);
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("owner", "ann");
        String now = Names.quoted(column.name);
        String query = "SELECT " + now + " AS result\n   FROM " + Names.qualified(id(table)) + " t\n  WHERE (" + now
                + " IS NOT NULL)\n LIMIT " + use.version;
        view.put("query", query);
        view.putObject("columns").putObject("result").put("type", column.type);
        view.putArray("column_order").add("result");
        view.putArray("depends_on").add(NewNames.reference(id(table)));
        return Facts.of(view);
    }

    /** What has another name here than in {@code base}. */
    public Renames renamesSince(ModelSchema base) {
        TreeMap<ObjectId, ObjectId> objects = new TreeMap<>();
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> parts = new TreeMap<>();
        for (Table before : base.tables) {
            for (Table now : tables) {
                if (now.key == before.key) {
                    if (!now.name.equals(before.name)) {
                        objects.put(id(before), id(now));
                    }
                    TreeMap<String, String> columns = new TreeMap<>(before.columns.stream()
                            .flatMap(old -> now.columns.stream()
                                    .filter(column -> column.key == old.key && !column.name.equals(old.name))
                                    .map(column -> new String[] {old.name, column.name}))
                            .collect(Collectors.toMap(names -> names[0], names -> names[1])));
                    if (!columns.isEmpty()) {
                        parts.put(id(before), new TreeMap<>(java.util.Map.of("columns", columns)));
                    }
                }
            }
        }
        return new Renames(objects, parts);
    }

    MergeSide since(ModelSchema base) {
        return new MergeSide(facts(), renamesSince(base));
    }
}
