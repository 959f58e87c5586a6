package io.pggit.serve;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a script into statements and backslash commands as psql's lexer does: quotes, dollar quotes and comments are passed over,
 * and {@code :name}, {@code :'name'}, {@code :"name"} outside of them are replaced by variables.
 */
final class PsqlLexer {
    private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");
    private static final Pattern VARIABLE = Pattern.compile(":(\\w+|'\\w+'|\"\\w+\")");

    /** Something to do. */
    sealed interface Step permits Sql, Command {
        /** The line it ends on, from 1. */
        int line();
    }

    /** A whole statement, without its semicolon. */
    record Sql(String text, int line) implements Step {}

    /**
     * A backslash command.
     *
     * @param buffer the statement begun before it on the same lines, which {@code \gset} runs
     */
    record Command(String name, String arguments, String buffer, int line) implements Step {}

    private final Map<String, String> variables;
    private final StringBuilder rest;
    private int line = 1;

    /** {@code variables} may change between steps. */
    PsqlLexer(String script, Map<String, String> variables) {
        this.rest = new StringBuilder(script);
        this.variables = variables;
    }

    /** The next step; empty at the end. */
    Optional<Step> next() {
        StringBuilder buffer = new StringBuilder();
        while (!rest.isEmpty()) {
            char c = rest.charAt(0);
            if (c == ';') {
                take(1);
                if (!buffer.toString().isBlank()) {
                    return Optional.of(new Sql(buffer.toString().strip(), line));
                }
            } else if (c == '\\') {
                int end = rest.indexOf("\n") < 0 ? rest.length() : rest.indexOf("\n");
                String[] words = rest.substring(1, end).strip().split("\\s+", 2);
                int at = line;
                take(end);
                return Optional.of(new Command(
                        words[0],
                        words.length > 1 ? words[1] : "",
                        buffer.toString().strip(),
                        at));
            } else if (starts("--")) {
                take(rest.indexOf("\n") < 0 ? rest.length() : rest.indexOf("\n"));
            } else if (c == ':' && !starts("::") && !starts(":=")) {
                variable(buffer);
            } else if (starts("::")) {
                buffer.append(take(2));
            } else {
                buffer.append(take(token(c)));
            }
        }
        return buffer.toString().isBlank()
                ? Optional.empty()
                : Optional.of(new Sql(buffer.toString().strip(), line));
    }

    /** How many characters belong together here. */
    private int token(char c) {
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (starts("/*")) {
            return comment();
        }
        Matcher tag = DOLLAR.matcher(rest);
        if (c == '$' && tag.lookingAt()) {
            return rest.indexOf(tag.group(), tag.end()) + tag.group().length();
        }
        if (Character.isLetter(c) || c == '_') {
            int end = 1;
            while (end < rest.length()
                    && (Character.isLetterOrDigit(rest.charAt(end)) || "_$".indexOf(rest.charAt(end)) >= 0)) {
                end++;
            }
            boolean escapes = end == 1 && (c == 'e' || c == 'E') && end < rest.length() && rest.charAt(end) == '\'';
            return escapes ? escaped() : end;
        }
        return 1;
    }

    private int quoted(char quote) {
        int at = 1;
        while (rest.charAt(at) != quote) {
            at++;
        }
        return at + 1;
    }

    private int escaped() {
        int at = 2;
        while (rest.charAt(at) != '\'') {
            at += rest.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int comment() {
        int depth = 0;
        int at = 0;
        do {
            boolean opens = rest.indexOf("/*", at) == at;
            boolean closes = rest.indexOf("*/", at) == at;
            depth += opens ? 1 : closes ? -1 : 0;
            at += opens || closes ? 2 : 1;
        } while (depth > 0);
        return at;
    }

    private void variable(StringBuilder buffer) {
        Matcher name = VARIABLE.matcher(rest);
        if (!name.lookingAt()) {
            buffer.append(take(1));
            return;
        }
        String word = name.group(1);
        String value = variables.get(word.replaceAll("['\"]", ""));
        if (value == null) {
            buffer.append(take(word.length() + 1));
        } else if (word.startsWith("'")) {
            take(word.length() + 1);
            buffer.append('\'').append(value.replace("'", "''")).append('\'');
        } else if (word.startsWith("\"")) {
            take(word.length() + 1);
            buffer.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            // its text is read as if it stood here
            take(word.length() + 1);
            line -= (int) value.chars().filter(c -> c == '\n').count();
            rest.insert(0, value);
        }
    }

    private boolean starts(String text) {
        return rest.indexOf(text) == 0;
    }

    private String take(int length) {
        String taken = rest.substring(0, length);
        line += (int) taken.chars().filter(c -> c == '\n').count();
        rest.delete(0, length);
        return taken;
    }
}
