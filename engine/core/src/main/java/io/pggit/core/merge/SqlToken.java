package io.pggit.core.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL text as PostgreSQL deparses it: without comments, key words in capitals, names in small letters or
 * quoted (manual, 4.1 "Lexical Structure").
 */
record SqlToken(Kind kind, String text) {
    enum Kind {
        SPACE,
        /** A key word, or a name that needs no quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** A literal, also one in dollar quotes. */
        LITERAL,
        NUMBER,
        /** Anything else; {@code ::} is one. */
        SYMBOL
    }

    static SqlToken symbol(String text) {
        return new SqlToken(Kind.SYMBOL, text);
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }

    /** Whether it can be a name of something: what PostgreSQL deparses in capitals without quotes is a key word. */
    boolean isName() {
        return kind == Kind.QUOTED || kind == Kind.WORD && !Character.isUpperCase(text.charAt(0));
    }

    /** The name it spells. */
    String name() {
        return kind == Kind.QUOTED ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    static List<SqlToken> read(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        for (int at = 0; at < sql.length(); ) {
            SqlToken token = next(sql, at);
            tokens.add(token);
            at += token.text.length();
        }
        return tokens;
    }

    static String text(List<SqlToken> tokens) {
        StringBuilder sql = new StringBuilder();
        tokens.forEach(token -> sql.append(token.text));
        return sql.toString();
    }

    private static SqlToken next(String sql, int at) {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            return cut(Kind.SPACE, sql, at, end(sql, at, Character::isWhitespace));
        }
        if (c == '"') {
            return cut(Kind.QUOTED, sql, at, closing(sql, at, '"', false));
        }
        if (c == '\'') {
            return cut(Kind.LITERAL, sql, at, closing(sql, at, '\'', false));
        }
        if ((c == 'E' || c == 'e' || c == 'B' || c == 'X') && sql.startsWith("'", at + 1)) {
            return cut(Kind.LITERAL, sql, at, closing(sql, at + 1, '\'', Character.toUpperCase(c) == 'E'));
        }
        if (c == '$') {
            int tag = sql.indexOf('$', at + 1);
            String quote = tag < 0 ? "$" : sql.substring(at, tag + 1);
            int close = tag < 0 || !quote.matches("\\$\\w*\\$") ? -1 : sql.indexOf(quote, tag + 1);
            return close < 0 ? cut(Kind.SYMBOL, sql, at, at + 1) : cut(Kind.LITERAL, sql, at, close + quote.length());
        }
        if (Character.isLetter(c) || c == '_') {
            return cut(Kind.WORD, sql, at, end(sql, at, i -> Character.isLetterOrDigit(i) || i == '_' || i == '$'));
        }
        if (Character.isDigit(c)) {
            return cut(Kind.NUMBER, sql, at, end(sql, at, i -> Character.isLetterOrDigit(i) || i == '.'));
        }
        return cut(Kind.SYMBOL, sql, at, sql.startsWith("::", at) ? at + 2 : at + 1);
    }

    private static SqlToken cut(Kind kind, String sql, int from, int to) {
        return new SqlToken(kind, sql.substring(from, to));
    }

    private static int end(String sql, int at, java.util.function.IntPredicate inside) {
        int end = at;
        while (end < sql.length() && inside.test(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int closing(String sql, int open, char quote, boolean escapes) {
        int at = open + 1;
        while (at < sql.length()) {
            if (escapes && sql.charAt(at) == '\\') {
                at++;
            } else if (sql.charAt(at) == quote) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        return sql.length();
    }
}
