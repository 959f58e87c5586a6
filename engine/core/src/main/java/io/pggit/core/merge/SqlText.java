package io.pggit.core.merge;

import io.pggit.core.ddl.Names;
import io.pggit.core.lex.SqlLexer;
import io.pggit.core.lex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Deparsed SQL in which names are found and replaced; positions count tokens, and white space is stepped over. */
final class SqlText {
    private static final Token NOTHING = new Token(Token.Kind.SYMBOL, "");

    private final List<Token> tokens;

    SqlText(String sql) {
        tokens = new ArrayList<>(SqlLexer.read(sql));
    }

    int size() {
        return tokens.size();
    }

    Token at(int position) {
        return position >= 0 && position < tokens.size() ? tokens.get(position) : NOTHING;
    }

    /** Position of the next token that is no white space. */
    int next(int position) {
        int next = position + 1;
        while (at(next).kind() == Token.Kind.SPACE) {
            next++;
        }
        return next;
    }

    int previous(int position) {
        int previous = position - 1;
        while (at(previous).kind() == Token.Kind.SPACE) {
            previous--;
        }
        return previous;
    }

    Token after(int position) {
        return at(next(position));
    }

    Token before(int position) {
        return at(previous(position));
    }

    /** The last name of a qualified one. */
    String lastName() {
        return at(size() - 1).name();
    }

    void setName(int position, String name) {
        String quoted = Names.quoted(name);
        boolean plain = !quoted.startsWith("\"");
        tokens.set(position, new Token(plain ? Token.Kind.WORD : Token.Kind.QUOTED, quoted));
    }

    void set(int position, Token token) {
        tokens.set(position, token);
    }

    /** Adds an alias behind a table. */
    void alias(int position, String alias) {
        tokens.add(position + 1, new Token(Token.Kind.SPACE, " "));
        tokens.add(position + 2, new Token(Token.Kind.SYMBOL, ""));
        setName(position + 2, alias);
    }

    void remove(int from, int to) {
        tokens.subList(from, to).clear();
    }

    /** The text from a position on. */
    String from(int position) {
        return text(tokens.subList(Math.min(position, tokens.size()), tokens.size()));
    }

    /** Position of the first such word or symbol from {@code from} on; the end when there is none. */
    int find(String word, int from) {
        int position = from;
        while (position < tokens.size() && !at(position).reads(word)) {
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
            if (at(i).isDeparsedName()
                    && names.contains(at(i).name())
                    && !after(i).reads("(")
                    && !before(i).reads("::")) {
                return true;
            }
        }
        return false;
    }

    /** Replaces the names of columns between two positions, in an expression over one table. */
    void columns(int from, int to, UnaryOperator<String> names) {
        for (int i = from; i < to; i++) {
            if (at(i).isDeparsedName() && isColumn(i)) {
                String name = at(i).name();
                if (!names.apply(name).equals(name)) {
                    setName(i, names.apply(name));
                }
            }
        }
    }

    /** The columns an expression over one table uses between two positions. */
    Set<String> columns(int from, int to) {
        Set<String> found = new TreeSet<>();
        for (int i = from; i < to; i++) {
            if (at(i).isDeparsedName() && isColumn(i)) {
                found.add(at(i).name());
            }
        }
        return found;
    }

    /** All names that are not of a function or a type. */
    Set<String> names() {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < size(); i++) {
            if (at(i).isDeparsedName() && !after(i).reads("(") && !before(i).reads("::")) {
                found.add(at(i).name());
            }
        }
        return found;
    }

    /** No function, type, collation, operator class or qualified name. The words of one type follow each other. */
    private boolean isColumn(int position) {
        Token before = before(position);
        boolean inRun =
                before.kind() == Token.Kind.WORD && before.isDeparsedName() || before.kind() == Token.Kind.QUOTED;
        return !inRun
                && !after(position).reads("(")
                && !after(position).reads(".")
                && !before.reads(".")
                && !before.reads("::")
                && !before.reads("COLLATE")
                && !(at(position).kind() == Token.Kind.WORD
                        && (at(position).reads("true") || at(position).reads("false")));
    }

    @Override
    public String toString() {
        return text(tokens);
    }

    private static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }
}
