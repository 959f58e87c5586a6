package io.pggit.core.plan.rules;

import io.pggit.core.facts.Attributes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options of a sequence, of its own or behind an identity column. */
final class SequenceOptions {
    private static final Map<String, BigInteger> LARGEST = Map.of(
            "smallint", BigInteger.valueOf(Short.MAX_VALUE),
            "integer", BigInteger.valueOf(Integer.MAX_VALUE),
            "bigint", BigInteger.valueOf(Long.MAX_VALUE));

    private SequenceOptions() {}

    /** What CREATE has to say; what a new sequence has anyway is left out. */
    static List<String> create(Attributes options) {
        List<String> words = new ArrayList<>();
        BigInteger increment = number(options, "increment");
        boolean up = increment.signum() > 0;
        BigInteger largest = LARGEST.get(options.required("type"));
        BigInteger min = up ? BigInteger.ONE : largest.negate().subtract(BigInteger.ONE);
        BigInteger max = up ? largest : BigInteger.ONE.negate();
        add(words, "START WITH", number(options, "start"), up ? number(options, "min") : number(options, "max"));
        add(words, "INCREMENT BY", increment, BigInteger.ONE);
        add(words, "MINVALUE", number(options, "min"), min);
        add(words, "MAXVALUE", number(options, "max"), max);
        add(words, "CACHE", number(options, "cache"), BigInteger.ONE);
        if (options.flag("cycle")) {
            words.add("CYCLE");
        }
        return words;
    }

    private static void add(List<String> words, String word, BigInteger value, BigInteger usual) {
        if (!value.equals(usual)) {
            words.add(word + " " + value);
        }
    }

    /**
     * What differs, as ALTER says it. Where the bounds close in, the sequence starts again, since the value it has is no
     * fact and may lie outside.
     */
    static List<String> change(Attributes before, Attributes after) {
        List<String> words = new ArrayList<>();
        differing(words, before, after, "increment", "INCREMENT BY");
        differing(words, before, after, "min", "MINVALUE");
        differing(words, before, after, "max", "MAXVALUE");
        differing(words, before, after, "start", "START WITH");
        if (restarts(before, after)) {
            words.add("RESTART WITH " + number(after, "start"));
        }
        differing(words, before, after, "cache", "CACHE");
        if (before.flag("cycle") != after.flag("cycle")) {
            words.add(after.flag("cycle") ? "CYCLE" : "NO CYCLE");
        }
        return words;
    }

    static boolean restarts(Attributes before, Attributes after) {
        return number(after, "min").compareTo(number(before, "start")) > 0
                || number(after, "max").compareTo(number(before, "start")) < 0;
    }

    private static void differing(List<String> words, Attributes before, Attributes after, String name, String word) {
        if (!before.same(after, name)) {
            words.add(word + " " + number(after, name));
        }
    }

    private static BigInteger number(Attributes options, String name) {
        return new BigInteger(options.required(name));
    }
}
