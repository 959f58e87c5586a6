package io.pggit.cli.database;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The form {@code host=localhost dbname='my db'}: blanks around {@code =} are allowed, a value with blanks stands in
 * single quotes, a backslash escapes a quote or a backslash ("Keyword/Value Connection Strings", libpq).
 */
final class KeywordForm {
    private final String text;
    private int at;

    private KeywordForm(String text) {
        this.text = text;
    }

    static SortedMap<String, String> parse(String text) {
        return new KeywordForm(text).words();
    }

    private SortedMap<String, String> words() {
        TreeMap<String, String> words = new TreeMap<>();
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            String keyword = keyword();
            LibpqParameters.put(words, keyword, value(keyword));
        }
        return words;
    }

    private String keyword() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String keyword = text.substring(start, at);
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != '=') {
            // The word may be half of a password with a blank in it, so it is not repeated.
            throw new DatabaseUrlException("the database URL has a word without '='; write keyword=value pairs,"
                    + " and put a value with blanks in single quotes");
        }
        at++;
        skipBlanks();
        return keyword;
    }

    private String value(String keyword) {
        boolean quoted = at < text.length() && text.charAt(at) == '\'';
        if (quoted) {
            at++;
        }
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (quoted ? next == '\'' : Character.isWhitespace(next)) {
                return value.toString();
            }
            value.append(next == '\\' && at < text.length() ? text.charAt(at++) : next);
        }
        if (quoted) {
            throw new DatabaseUrlException("the value of " + keyword + " in the database URL lacks its closing quote");
        }
        return value.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
