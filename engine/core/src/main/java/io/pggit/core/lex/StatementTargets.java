package io.pggit.core.lex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What statements are about to touch, as far as their text tells: what they make, change or drop, and what they lean on. A
 * statement of a kind that is not known touches nothing.
 */
public final class StatementTargets {
    private static final Set<String> BEFORE_TABLE =
            Set.of("GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "FOREIGN");
    private static final Set<String> CONSTRAINTS = Set.of("PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE");

    private final List<Token> tokens;
    private final List<Target> targets = new ArrayList<>();
    private int at;

    private StatementTargets(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * One thing a statement touches.
     *
     * @param kind what it is
     * @param schema its schema as written; empty when it is found by the search path
     * @param object the object, or the one the part is in
     * @param part the column, constraint or index; empty for the object itself
     */
    public record Target(Kind kind, Optional<String> schema, String object, Optional<String> part) {}

    /** What is touched. */
    public enum Kind {
        /** A table, view or other relation. */
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        FUNCTION,
        /** A relation that is leaned on: referred to, or read by a view. */
        DEPENDENCY
    }

    /** The targets of all statements in {@code sql}, in the order in which they are named; each once. */
    public static List<Target> of(String sql) {
        List<Target> all = new ArrayList<>();
        for (List<Token> statement : SqlLexer.statements(sql)) {
            StatementTargets reader = new StatementTargets(statement);
            reader.read();
            all.addAll(reader.targets);
        }
        return all.stream().distinct().toList();
    }

    private boolean is(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    private void takeAny(Set<String> words) {
        while (at < tokens.size() && words.stream().anyMatch(this::is)) {
            at++;
        }
    }

    private record Name(Optional<String> schema, String name) {}

    private Optional<Name> name() {
        List<String> names = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at).isName()) {
            names.add(tokens.get(at).name());
            at++;
            if (!take(".")) {
                break;
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Name(
                        names.size() > 1 ? Optional.of(names.get(names.size() - 2)) : Optional.empty(),
                        names.get(names.size() - 1)));
    }

    private void add(Kind kind, Name of) {
        targets.add(new Target(kind, of.schema, of.name, Optional.empty()));
    }

    private void add(Kind kind, Name of, String part) {
        targets.add(new Target(kind, of.schema, of.name, Optional.of(part)));
    }

    private void read() {
        if (take("CREATE")) {
            take("OR", "REPLACE");
            create();
        } else if (take("ALTER")) {
            alter();
        } else if (take("DROP")) {
            drop();
        } else if (take("COMMENT", "ON", "COLUMN")) {
            commentOnColumn();
        } else if (take("COMMENT", "ON")) {
            relation();
        }
    }

    private void create() {
        takeAny(BEFORE_TABLE);
        if (take("TABLE")) {
            take("IF", "NOT", "EXISTS");
            name().ifPresent(table -> add(Kind.TABLE, table));
            references();
        } else if (take("VIEW") || take("MATERIALIZED", "VIEW") || take("RECURSIVE", "VIEW")) {
            take("IF", "NOT", "EXISTS");
            name().ifPresent(view -> add(Kind.TABLE, view));
            sources();
        } else if (take("FUNCTION") || take("PROCEDURE")) {
            name().ifPresent(routine -> add(Kind.FUNCTION, routine));
        } else if (take("UNIQUE", "INDEX") || take("INDEX")) {
            index();
        } else if (is("TRIGGER") || is("POLICY") || is("RULE") || is("CONSTRAINT")) {
            on();
        }
    }

    private void index() {
        take("CONCURRENTLY");
        take("IF", "NOT", "EXISTS");
        Optional<Name> index = is("ON") ? Optional.empty() : name();
        if (take("ON")) {
            take("ONLY");
            name().ifPresent(table -> {
                add(Kind.TABLE, table);
                index.ifPresent(name -> add(Kind.INDEX, table, name.name));
            });
        }
    }

    private void on() {
        while (at < tokens.size() && !take("ON")) {
            at++;
        }
        name().ifPresent(table -> add(Kind.TABLE, table));
    }

    private boolean relation() {
        takeAny(Set.of("FOREIGN"));
        boolean relation = take("TABLE") || take("VIEW") || take("MATERIALIZED", "VIEW");
        if (relation) {
            take("IF", "EXISTS");
            take("ONLY");
            name().ifPresent(table -> add(Kind.TABLE, table));
        }
        return relation;
    }

    private void alter() {
        int before = targets.size();
        if (relation()) {
            take("*");
            if (targets.size() > before) {
                Target table = targets.get(targets.size() - 1);
                actions(new Name(table.schema, table.object));
                references();
            }
        } else if (take("FUNCTION") || take("PROCEDURE") || take("ROUTINE")) {
            name().ifPresent(routine -> add(Kind.FUNCTION, routine));
        }
    }

    private void actions(Name table) {
        int start = at;
        do {
            action(table);
            int brackets = 0;
            while (at < tokens.size() && !(is(",") && brackets == 0)) {
                brackets += is("(") ? 1 : is(")") ? -1 : 0;
                at++;
            }
        } while (take(","));
        at = start;
    }

    private void action(Name table) {
        if (take("ADD", "CONSTRAINT")
                || take("DROP", "CONSTRAINT")
                || take("RENAME", "CONSTRAINT")
                || take("VALIDATE", "CONSTRAINT")
                || take("ALTER", "CONSTRAINT")) {
            take("IF", "EXISTS");
            name().ifPresent(constraint -> add(Kind.CONSTRAINT, table, constraint.name));
        } else if (take("RENAME", "TO") || take("OWNER") || take("SET") || take("RESET")) {
            return;
        } else if (take("ADD") || take("DROP") || take("ALTER") || take("RENAME")) {
            if (CONSTRAINTS.stream().anyMatch(this::is)) {
                return;
            }
            take("COLUMN");
            take("IF", "NOT", "EXISTS");
            take("IF", "EXISTS");
            name().ifPresent(column -> add(Kind.COLUMN, table, column.name));
        }
    }

    /** Tables behind REFERENCES, from here to the end. */
    private void references() {
        while (at < tokens.size()) {
            if (take("REFERENCES")) {
                name().ifPresent(table -> add(Kind.DEPENDENCY, table));
            } else {
                at++;
            }
        }
    }

    /** Relations behind FROM and JOIN, from here to the end. */
    private void sources() {
        while (at < tokens.size()) {
            if (take("FROM") || take("JOIN")) {
                take("ONLY");
                take("LATERAL");
                name().filter(source -> !is("(")).ifPresent(source -> add(Kind.DEPENDENCY, source));
            } else {
                at++;
            }
        }
    }

    private void drop() {
        boolean routine = is("FUNCTION") || is("PROCEDURE") || is("ROUTINE");
        boolean index = is("INDEX");
        boolean onTable = is("TRIGGER") || is("POLICY") || is("RULE");
        if (onTable) {
            on();
        } else if (take("TABLE")
                || take("VIEW")
                || take("MATERIALIZED", "VIEW")
                || take("FOREIGN", "TABLE")
                || routine
                || index) {
            if (routine || index) {
                at++;
            }
            take("CONCURRENTLY");
            take("IF", "EXISTS");
            do {
                Optional<Name> name = name();
                name.ifPresent(of -> {
                    if (index) {
                        targets.add(new Target(Kind.INDEX, of.schema, of.name, Optional.of(of.name)));
                    } else {
                        add(routine ? Kind.FUNCTION : Kind.TABLE, of);
                    }
                });
                while (at < tokens.size() && !is(",")) {
                    at++;
                }
            } while (take(","));
        }
    }

    private void commentOnColumn() {
        int last = tokens.size();
        for (int i = at; i < tokens.size(); i++) {
            if (tokens.get(i).is("IS")) {
                last = i;
                break;
            }
        }
        if (last - at >= 3 && tokens.get(last - 2).is(".")) {
            Token column = tokens.get(last - 1);
            StatementTargets table = new StatementTargets(tokens.subList(at, last - 2));
            table.name().ifPresent(name -> {
                add(Kind.TABLE, name);
                add(Kind.COLUMN, name, column.name());
            });
        }
    }
}
