package io.pggit.sql.answer;

import io.pggit.core.lex.SqlLexer;
import io.pggit.core.lex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The name of an object as people write it: {@code users}, {@code app."Users"}, {@code f(int, text)}.
 *
 * @param names each without quotes, at least one
 * @param signature argument types, as the engine spells them; empty where there are no brackets
 */
record ObjectName(List<String> names, Optional<String> signature) {
    /** Other spellings of types, which PostgreSQL takes and never gives back. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("decimal", "numeric"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"));

    ObjectName {
        names = List.copyOf(names);
    }

    /** Reads a name; empty when {@code text} is none. */
    static Optional<ObjectName> parse(String text) {
        List<Token> tokens = SqlLexer.words(text);
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < tokens.size() && tokens.get(at).isName()) {
            names.add(tokens.get(at).name());
            at++;
            if (at >= tokens.size() || !tokens.get(at).is(".")) {
                break;
            }
            at++;
        }
        if (names.isEmpty() || names.contains("")) {
            return Optional.empty();
        }
        if (at == tokens.size()) {
            return Optional.of(new ObjectName(names, Optional.empty()));
        }
        boolean brackets =
                tokens.get(at).is("(") && tokens.get(tokens.size() - 1).is(")");
        return brackets
                ? Optional.of(new ObjectName(
                        names, Optional.of(text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')))))
                : Optional.empty();
    }

    /** Whether these are the argument types of a routine; where there are none given, of any. */
    boolean fits(Optional<String> types) {
        return signature.isEmpty()
                || types.filter(of -> normal(of).equals(normal(signature.get())))
                        .isPresent();
    }

    private static String normal(String types) {
        List<String> normal = new ArrayList<>();
        for (String type : types.split(",")) {
            String words = type.strip().replaceAll("\\s+", " ");
            String known = words.contains("\"")
                    ? words
                    : words.toLowerCase(Locale.ROOT).replace("pg_catalog.", "");
            boolean array = known.endsWith("[]");
            String element = array ? known.substring(0, known.length() - 2) : known;
            normal.add(TYPES.getOrDefault(element, element) + (array ? "[]" : ""));
        }
        return String.join(",", normal);
    }
}
