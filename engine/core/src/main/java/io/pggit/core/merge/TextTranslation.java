package io.pggit.core.merge;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.lex.Token;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Writes new names into the texts of one tree. What cannot be proved to mean what was renamed, or not to mean it, is not
 * touched: then there is no translation.
 */
final class TextTranslation {
    /** Words that can follow a table in a query; any other word is its alias. */
    private static final Set<String> AFTER_TABLE =
            Set.of(("ON JOIN LEFT RIGHT FULL INNER CROSS NATURAL WHERE GROUP ORDER HAVING LIMIT OFFSET FETCH FOR UNION"
                            + " INTERSECT EXCEPT WINDOW USING TABLESAMPLE")
                    .split(" "));

    private final NewNames names;
    /** Objects that get another name, by {@code schema.name} and whether they are routines. */
    private final Map<String, Optional<ObjectId>> renamed = new HashMap<>();

    TextTranslation(NewNames names) {
        this.names = names;
        names.objects().forEach((from, to) -> {
            if (!from.equals(to) && from.schema().isPresent() && to.schema().isPresent()) {
                renamed.put(key(from.schema().get(), from.name(), NewNames.isRoutine(from)), Optional.of(to));
            }
        });
        names.objects().forEach((from, to) -> {
            String key = key(from.schema().orElse(""), from.name(), NewNames.isRoutine(from));
            Optional<ObjectId> other = renamed.getOrDefault(key, Optional.empty());
            boolean ambiguous = other.isPresent()
                    && !(other.get().schema().equals(to.schema())
                            && other.get().name().equals(to.name()));
            if (ambiguous) {
                renamed.put(key, Optional.empty());
            }
        });
    }

    private static String key(String schema, String name, boolean routine) {
        return schema + '\0' + name + '\0' + routine;
    }

    /**
     * The text with new names.
     *
     * @param owner the object the text belongs to, as the tree names it
     */
    Optional<String> translate(String sql, Scope scope, ObjectId owner) {
        SqlText text = new SqlText(sql);
        return switch (scope) {
            case NAMES -> objects(text, 0, text.size(), Scope.NAMES);
            case EXPRESSION -> expression(text, owner);
            case INDEX -> columns(text, text.find("USING", 0), owner);
            case TRIGGER -> trigger(text, owner);
            case FOREIGN_KEY -> foreignKey(text, owner);
            case QUERY -> query(text, owner);
            case RULE -> mentionsRenamed(text, owner) ? Optional.empty() : Optional.of(sql);
            case ROUTINE -> routine(text, owner);
        };
    }

    private Optional<String> columns(SqlText text, int from, ObjectId owner) {
        text.columns(from, text.size(), rename(owner));
        return objects(text, 0, text.size(), Scope.NAMES);
    }

    private UnaryOperator<String> rename(ObjectId table) {
        SortedMap<String, String> columns = names.renamedColumns(table);
        return name -> columns.getOrDefault(name, name);
    }

    private Optional<String> expression(SqlText text, ObjectId owner) {
        return text.contains("SELECT") ? query(text, owner) : columns(text, 0, owner);
    }

    private Optional<String> trigger(SqlText text, ObjectId owner) {
        SortedMap<String, String> columns = names.renamedColumns(owner);
        int on = text.find("ON", 0);
        int of = text.find("OF", 0);
        for (int i = 0; i < text.size() && !columns.isEmpty(); i++) {
            boolean ofRow = text.before(i).reads(".")
                    && Set.of("new", "old")
                            .contains(text.before(text.previous(i)).text());
            if (text.at(i).isDeparsedName() && (ofRow || i > of && i < on)) {
                String name = text.at(i).name();
                text.setName(i, columns.getOrDefault(name, name));
            }
        }
        return objects(text, on, text.size(), Scope.NAMES);
    }

    private Optional<String> foreignKey(SqlText text, ObjectId owner) {
        int references = text.find("REFERENCES", 0);
        text.columns(0, references, rename(owner));
        int schema = text.next(references);
        int table = text.next(text.next(schema));
        if (!text.at(schema).isDeparsedName() || !text.at(table).isDeparsedName()) {
            return Optional.empty();
        }
        Optional<ObjectId> target =
                names.named(text.at(schema).name(), text.at(table).name(), false);
        int close = text.find(")", table);
        target.ifPresent(id -> text.columns(text.find("(", table), close, rename(id)));
        text.columns(close, text.size(), rename(owner)); // ON DELETE SET NULL (column)
        return objects(text, references, text.size(), Scope.NAMES);
    }

    private Optional<String> query(SqlText text, ObjectId owner) {
        Set<String> columns = new TreeSet<>(names.renamedColumns(owner).keySet());
        for (int i = 0; i < text.size(); i++) {
            if (text.at(i).isDeparsedName() && text.after(i).reads(".")) {
                int name = text.next(text.next(i));
                if (text.at(name).isDeparsedName()) {
                    names.named(text.at(i).name(), text.at(name).name(), false)
                            .ifPresent(id ->
                                    columns.addAll(names.renamedColumns(id).keySet()));
                }
            }
        }
        return text.mentions(columns) ? Optional.empty() : objects(text, 0, text.size(), Scope.QUERY);
    }

    private Optional<String> routine(SqlText text, ObjectId owner) {
        int as = text.find("AS", 0);
        boolean opaque = as < text.size() && text.after(as).kind() == Token.Kind.LITERAL;
        if (opaque) {
            return objects(text, 0, as, Scope.NAMES);
        }
        int body = Math.min(text.find("BEGIN", 0), text.find("RETURN", 0));
        return mentionsRenamed(new SqlText(text.from(body)), owner)
                ? Optional.empty()
                : objects(text, 0, body, Scope.NAMES);
    }

    private boolean mentionsRenamed(SqlText text, ObjectId owner) {
        String before = text.toString();
        return query(text, owner).filter(before::equals).isEmpty();
    }

    /** Replaces qualified names of objects; an alias keeps what a query calls a table. */
    private Optional<String> objects(SqlText text, int from, int to, Scope scope) {
        if (renamed.isEmpty()) {
            return Optional.of(text.toString());
        }
        int growing = scope == Scope.QUERY ? Integer.MAX_VALUE : to;
        for (int i = from; i < Math.min(growing, text.size()); i++) {
            if (text.at(i).kind() == Token.Kind.LITERAL && !literal(text, i)) {
                return Optional.empty();
            }
            if (text.at(i).isDeparsedName()
                    && text.after(i).reads(".")
                    && !text.before(i).reads(".")) {
                int name = text.next(text.next(i));
                if (text.at(name).isDeparsedName() && !object(text, i, name, scope)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(text.toString());
    }

    /** Returns false when it cannot be told what is meant. */
    private boolean object(SqlText text, int schema, int name, Scope scope) {
        String oldSchema = text.at(schema).name();
        String oldName = text.at(name).name();
        boolean called = text.after(name).reads("(");
        Optional<ObjectId> relation = renamed.get(key(oldSchema, oldName, false));
        Optional<ObjectId> routine = renamed.get(key(oldSchema, oldName, true));
        boolean table = !called || text.before(schema).reads("REFERENCES");
        Optional<ObjectId> to = table ? relation : routine;
        if (to == null) {
            return relation == null
                    || called && names.named(oldSchema, oldName, true).isPresent();
        }
        if (to.isEmpty() || scope == Scope.QUERY && text.after(name).reads(".")) {
            return false;
        }
        text.setName(schema, to.get().schema().orElseThrow());
        text.setName(name, to.get().name());
        if (scope == Scope.QUERY && table && !text.before(schema).reads("::")) {
            alias(text, name, oldName, to.get().name());
        }
        return true;
    }

    private static void alias(SqlText text, int name, String oldName, String newName) {
        Token after = text.after(name);
        boolean aliased = after.kind() == Token.Kind.QUOTED
                || after.kind() == Token.Kind.WORD && !AFTER_TABLE.contains(after.text());
        if (!aliased && !oldName.equals(newName)) {
            text.alias(name, oldName);
        } else if (aliased && after.isDeparsedName() && after.name().equals(newName)) {
            text.remove(name + 1, text.next(name) + 1);
        }
    }

    /** {@code 'schema.name'::regclass}, as defaults call sequences. */
    private boolean literal(SqlText text, int position) {
        String literal = text.at(position).text();
        if (!literal.startsWith("'") || !text.after(position).reads("::")) {
            return true;
        }
        String type = text.after(text.next(position)).text();
        if (!type.equals("regclass") && !type.equals("regtype")) {
            return true;
        }
        SqlText inner = new SqlText(literal.substring(1, literal.length() - 1).replace("''", "'"));
        Optional<String> renamedInner = objects(inner, 0, inner.size(), Scope.NAMES);
        renamedInner.ifPresent(sql ->
                text.set(position, new Token(Token.Kind.LITERAL, "'" + sql.replace("'", "''") + "'")));
        return renamedInner.isPresent();
    }
}
