package io.pggit.core.merge;

import io.pggit.core.ddl.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Deparsed SQL in which names are found and replaced; positions count tokens, and white space is stepped over. */
final class SqlText {
    private static final SqlToken NOTHING = SqlToken.symbol("");

    private final List<SqlToken> tokens;

    SqlText(String sql) {
        tokens = new ArrayList<>(SqlToken.read(sql));
    }

    int size() {
        return tokens.size();
    }

    SqlToken at(int position) {
        return position >= 0 && position < tokens.size() ? tokens.get(position) : NOTHING;
    }

    /** Position of the next token that is no white space. */
    int next(int position) {
        int next = position + 1;
        while (at(next).kind() == SqlToken.Kind.SPACE) {
            next++;
        }
        return next;
    }

    int previous(int position) {
        int previous = position - 1;
        while (at(previous).kind() == SqlToken.Kind.SPACE) {
            previous--;
        }
        return previous;
    }

    SqlToken after(int position) {
        return at(next(position));
    }

    SqlToken before(int position) {
        return at(previous(position));
    }

    /** The last name of a qualified one. */
    String lastName() {
        return at(size() - 1).name();
    }

    void setName(int position, String name) {
        String quoted = Names.quoted(name);
        boolean plain = !quoted.startsWith("\"");
        tokens.set(position, new SqlToken(plain ? SqlToken.Kind.WORD : SqlToken.Kind.QUOTED, quoted));
    }

    void set(int position, SqlToken token) {
        tokens.set(position, token);
    }

    /** Adds an alias behind a table. */
    void alias(int position, String alias) {
        tokens.add(position + 1, new SqlToken(SqlToken.Kind.SPACE, " "));
        tokens.add(position + 2, SqlToken.symbol(""));
        setName(position + 2, alias);
    }

    void remove(int from, int to) {
        tokens.subList(from, to).clear();
    }

    /** The text from a position on. */
    String from(int position) {
        return SqlToken.text(tokens.subList(Math.min(position, tokens.size()), tokens.size()));
    }

    /** Position of the first such word or symbol from {@code from} on; the end when there is none. */
    int find(String word, int from) {
        int position = from;
        while (position < tokens.size() && !at(position).is(word)) {
            position++;
        }
        return position;
    }

    boolean contains(String word) {
        return find(word, 0) < tokens.size();
    }

    /** Whether a name in {@code names} may be meant by any token: neither a function nor a type. */
    boolean mentions(Set<String> names) {
        for (int i = 0; i < tokens.size(); i++) {
            if (at(i).isName()
                    && names.contains(at(i).name())
                    && !after(i).is("(")
                    && !before(i).is("::")) {
                return true;
            }
        }
        return false;
    }

    /** Replaces the names of columns between two positions, in an expression over one table. */
    void columns(int from, int to, UnaryOperator<String> names) {
        for (int i = from; i < to; i++) {
            if (at(i).isName() && isColumn(i)) {
                String name = at(i).name();
                if (!names.apply(name).equals(name)) {
                    setName(i, names.apply(name));
                }
            }
        }
    }

    /** The columns an expression over one table uses between two positions. */
    Set<String> columns(int from, int to) {
        Set<String> found = new java.util.TreeSet<>();
        for (int i = from; i < to; i++) {
            if (at(i).isName() && isColumn(i)) {
                found.add(at(i).name());
            }
        }
        return found;
    }

    /** All names that are not of a function or a type. */
    Set<String> names() {
        Set<String> found = new java.util.TreeSet<>();
        for (int i = 0; i < size(); i++) {
            if (at(i).isName() && !after(i).is("(") && !before(i).is("::")) {
                found.add(at(i).name());
            }
        }
        return found;
    }

    /** No function, type, collation, operator class or qualified name. The words of one type follow each other. */
    private boolean isColumn(int position) {
        SqlToken before = before(position);
        boolean inRun = before.kind() == SqlToken.Kind.WORD && before.isName() || before.kind() == SqlToken.Kind.QUOTED;
        return !inRun
                && !after(position).is("(")
                && !after(position).is(".")
                && !before.is(".")
                && !before.is("::")
                && !before.is("COLLATE")
                && !(at(position).kind() == SqlToken.Kind.WORD
                        && (at(position).is("true") || at(position).is("false")));
    }

    @Override
    public String toString() {
        return SqlToken.text(tokens);
    }
}
