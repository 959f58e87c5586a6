package io.pggit.core.lex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Takes SQL text apart as PostgreSQL's own lexer does (manual, 4.1 "Lexical Structure"), with
 * {@code standard_conforming_strings} on. No text makes it fail: what is not closed goes to the end.
 */
public final class SqlLexer {
    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
    private static final Pattern COMMENT_MARK = Pattern.compile("--|/\\*|\\*/");

    private final String sql;
    private int at;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    /** All pieces of {@code sql}, in order. */
    public static List<Token> read(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        List<Token> tokens = new ArrayList<>();
        while (lexer.at < sql.length()) {
            tokens.add(lexer.next());
        }
        return List.copyOf(tokens);
    }

    /** The pieces that are neither white space nor comment. */
    public static List<Token> words(String sql) {
        return read(sql).stream()
                .filter(token -> token.kind() != Token.Kind.SPACE)
                .toList();
    }

    /**
     * The statements of {@code sql} without their semicolons, each as its pieces without white space; empty ones are left
     * out. A semicolon in a routine's body is none between statements.
     */
    public static List<List<Token>> statements(String sql) {
        List<List<Token>> statements = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        int brackets = 0;
        int blocks = 0;
        for (Token token : words(sql)) {
            brackets += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean begins = token.is("ATOMIC") || blocks > 0 && token.is("CASE");
            blocks += begins ? 1 : blocks > 0 && token.is("END") ? -1 : 0;
            if (token.is(";") && brackets <= 0 && blocks == 0) {
                statements.add(List.copyOf(open));
                open.clear();
                brackets = 0;
            } else {
                open.add(token);
            }
        }
        statements.add(List.copyOf(open));
        statements.removeIf(List::isEmpty);
        return statements;
    }

    /**
     * Every name {@code sql} may mention, unquoted: key words too, and what strings and comments hold. A sequence is named in a
     * string, in {@code nextval('public.s'::regclass)}; in another language than SQL a comment may be none.
     */
    public static Set<String> names(String sql) {
        Set<String> names = new HashSet<>();
        for (Token token : read(sql)) {
            switch (token.kind()) {
                case WORD, QUOTED -> names.add(token.name());
                case LITERAL -> names.addAll(names(token.inside()));
                case SPACE -> {
                    if (!token.text().isBlank()) {
                        names.addAll(names(COMMENT_MARK.matcher(token.text()).replaceAll(" ")));
                    }
                }
                case NUMBER, SYMBOL -> {}
            }
        }
        return names;
    }

    private Token next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c) || sql.startsWith("--", at) || sql.startsWith("/*", at)) {
            return cut(Token.Kind.SPACE, endOfSpace());
        }
        if (c == '"' || isPrefix("uU", "&\"")) {
            return cut(Token.Kind.QUOTED, closing(sql.indexOf('"', at), '"', false));
        }
        if (c == '\'' || isPrefix("bBxXnN", "'") || isPrefix("uU", "&'")) {
            return cut(Token.Kind.LITERAL, closing(sql.indexOf('\'', at), '\'', false));
        }
        if (isPrefix("eE", "'")) {
            return cut(Token.Kind.LITERAL, closing(at + 1, '\'', true));
        }
        if (c == '$') {
            return dollar();
        }
        if (Character.isLetter(c) || c == '_') {
            return cut(Token.Kind.WORD, end(at, i -> Character.isLetterOrDigit(i) || i == '_' || i == '$'));
        }
        if (isDigit(c) || c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1))) {
            return cut(Token.Kind.NUMBER, end(at, i -> Character.isLetterOrDigit(i) || i == '.' || i == '_'));
        }
        return cut(Token.Kind.SYMBOL, endOfSymbol());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isPrefix(String letters, String quote) {
        return letters.indexOf(sql.charAt(at)) >= 0 && sql.startsWith(quote, at + 1);
    }

    private Token cut(Token.Kind kind, int to) {
        Token token = new Token(kind, sql.substring(at, to));
        at = to;
        return token;
    }

    private int end(int from, IntPredicate inside) {
        int end = from;
        while (end < sql.length() && inside.test(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfSpace() {
        int end = at;
        while (end < sql.length()) {
            if (Character.isWhitespace(sql.charAt(end))) {
                end++;
            } else if (sql.startsWith("--", end)) {
                end = end(end, i -> i != '\n');
            } else if (sql.startsWith("/*", end)) {
                end = endOfComment(end);
            } else {
                return end;
            }
        }
        return end;
    }

    /** Comments nest. */
    private int endOfComment(int from) {
        int depth = 0;
        int end = from;
        while (end < sql.length()) {
            if (sql.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (sql.startsWith("*/", end)) {
                depth--;
                end += 2;
                if (depth == 0) {
                    return end;
                }
            } else {
                end++;
            }
        }
        return end;
    }

    /** A string in dollar quotes, a parameter, or a lone dollar. */
    private Token dollar() {
        int tag = end(at + 1, i -> Character.isLetterOrDigit(i) || i == '_');
        if (tag < sql.length() && sql.charAt(tag) == '$' && !(tag > at + 1 && isDigit(sql.charAt(at + 1)))) {
            String quote = sql.substring(at, tag + 1);
            int close = sql.indexOf(quote, tag + 1);
            return cut(Token.Kind.LITERAL, close < 0 ? sql.length() : close + quote.length());
        }
        return cut(Token.Kind.SYMBOL, Math.max(tag, at + 1));
    }

    private int endOfSymbol() {
        if (sql.startsWith("::", at) || sql.startsWith(":=", at) || sql.startsWith("..", at)) {
            return at + 2;
        }
        int end = at;
        while (end < sql.length()
                && OPERATOR.indexOf(sql.charAt(end)) >= 0
                && !(end > at && (sql.startsWith("--", end) || sql.startsWith("/*", end)))) {
            end++;
        }
        return Math.max(end, at + 1);
    }

    private int closing(int open, char quote, boolean escapes) {
        int end = open + 1;
        while (end < sql.length()) {
            if (escapes && sql.charAt(end) == '\\') {
                end++;
            } else if (sql.charAt(end) == quote) {
                if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                    end++;
                } else {
                    return end + 1;
                }
            }
            end++;
        }
        return sql.length();
    }
}
