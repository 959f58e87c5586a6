package io.pggit.core.uses;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.lex.ForeignKeyText;
import io.pggit.core.lex.SqlLexer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names a piece of SQL may mention, unquoted.
 *
 * @param text the SQL
 * @param names every word in it
 * @param foreignKey what it says where it defines a foreign key
 */
record Words(String text, Set<String> names, Optional<ForeignKeyText> foreignKey) {
    private static Words of(List<String> texts) {
        Set<String> names = new HashSet<>();
        texts.forEach(text -> names.addAll(SqlLexer.names(text)));
        String text = String.join("\n", texts);
        return new Words(text, names, ForeignKeyText.of(text));
    }

    /** All texts of a tree. */
    static Words of(JsonNode tree, Set<String> without) {
        List<String> texts = new ArrayList<>();
        gather(tree, without, Names.NO, texts);
        return of(texts);
    }

    /** All texts of a tree, and the names in it: publications have tables for names. */
    static Words withNames(JsonNode tree, Set<String> without) {
        List<String> texts = new ArrayList<>();
        gather(tree, without, Names.YES, texts);
        return of(texts);
    }

    private enum Names {
        YES,
        NO
    }

    private static void gather(JsonNode node, Set<String> without, Names keys, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        } else if (node.isArray()) {
            node.forEach(element -> gather(element, without, keys, texts));
        } else {
            node.properties().forEach(member -> {
                if (!without.contains(member.getKey())) {
                    if (keys == Names.YES) {
                        texts.add(member.getKey());
                    }
                    gather(member.getValue(), without, keys, texts);
                }
            });
        }
    }

    boolean mention(String name) {
        return names.contains(name);
    }
}
