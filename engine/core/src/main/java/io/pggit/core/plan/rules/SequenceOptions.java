package io.pggit.core.plan.rules;

import io.pggit.core.ddl.SequenceDdl;
import io.pggit.core.facts.Attributes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The options of a sequence, of its own or behind an identity column. */
final class SequenceOptions {
    private SequenceOptions() {}

    /** What CREATE has to say; what a new sequence has anyway is left out. */
    static List<String> create(Attributes options) {
        List.of("type", "increment", "min", "max", "start", "cache").forEach(options::required);
        return SequenceDdl.options(options);
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
