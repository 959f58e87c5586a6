package io.pggit.core.uses;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names a piece of SQL may mention, unquoted. String literals count: a sequence is named in one, in {@code
 * nextval('public.s'::regclass)}.
 *
 * @param text the SQL
 * @param names every word in it
 */
record Words(String text, Set<String> names) {
    private static final Pattern WORD = Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

    static Words of(String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            names.add(
                    word.startsWith("\"")
                            ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
                            : word.toLowerCase(Locale.ROOT));
        }
        return new Words(text, names);
    }

    /** All texts of a tree, and the names in it: publications have tables for names. */
    static Words of(JsonNode tree, Set<String> without) {
        StringBuilder text = new StringBuilder();
        gather(tree, without, text);
        return of(text.toString());
    }

    private static void gather(JsonNode node, Set<String> without, StringBuilder text) {
        if (node.isTextual()) {
            text.append(node.textValue()).append('\n');
        } else if (node.isArray()) {
            node.forEach(element -> gather(element, without, text));
        } else {
            node.properties().forEach(member -> {
                if (!without.contains(member.getKey())) {
                    text.append(member.getKey()).append('\n');
                    gather(member.getValue(), without, text);
                }
            });
        }
    }

    boolean mention(String name) {
        return names.contains(name);
    }
}
