package io.pggit.core.lex;

import java.util.Locale;

/**
 * A piece of SQL text (manual, 4.1 "Lexical Structure"); all pieces together are the text.
 *
 * @param kind what it is
 * @param text as it stands there
 */
public record Token(Kind kind, String text) {
    /** What a piece of SQL text is. */
    public enum Kind {
        /** White space and comments. */
        SPACE,
        /** A key word, or a name without quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** A string in any kind of quotes. */
        LITERAL,
        NUMBER,
        /** An operator, a bracket or a separator; brackets and separators stand alone. */
        SYMBOL
    }

    /** Whether it is this key word, however it is written, or this symbol. */
    public boolean is(String wordOrSymbol) {
        return switch (kind) {
            case WORD -> text.equalsIgnoreCase(wordOrSymbol);
            case SYMBOL -> text.equals(wordOrSymbol);
            case SPACE, QUOTED, LITERAL, NUMBER -> false;
        };
    }

    /** Whether it is this key word or symbol, written exactly so. */
    public boolean reads(String wordOrSymbol) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
    }

    /** Whether it is a name in text that PostgreSQL wrote: what stands there in capitals without quotes is a key word. */
    public boolean isDeparsedName() {
        return kind == Kind.QUOTED || kind == Kind.WORD && !Character.isUpperCase(text.charAt(0));
    }

    /** Whether it can be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** The name it spells: without quotes as it is, else in small letters. */
    public String name() {
        if (kind != Kind.QUOTED) {
            return text.toLowerCase(Locale.ROOT);
        }
        return text.substring(text.indexOf('"') + 1, Math.max(text.length() - 1, text.indexOf('"') + 1))
                .replace("\"\"", "\"");
    }

    /** What stands between the quotes of a string; escapes are left as they are. */
    public String inside() {
        int open = text.charAt(0) == '$' ? text.indexOf('$', 1) + 1 : text.indexOf('\'') + 1;
        int close = text.charAt(0) == '$' ? text.length() - open : text.length() - 1;
        return text.substring(open, Math.max(open, close));
    }
}
