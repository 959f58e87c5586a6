package io.pggit.core;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property for many seeds, or for the one in system property {@code pggit.seed}; names the seed that failed. */
public final class Seeds {
    private Seeds() {}

    /** Runs {@code property} for seeds {@code 1..runs}. */
    public static void holds(int runs, Consumer<Random> property) {
        long only = Long.getLong("pggit.seed", 0);
        for (long seed = only == 0 ? 1 : only; seed <= (only == 0 ? runs : only); seed++) {
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("failed for -Dpggit.seed=" + seed, failure);
            }
        }
    }

    /** A name as nasty as PostgreSQL allows: up to 63 bytes of anything but NUL. */
    public static String name(Random random) {
        String[] atoms = {
            "a", "b", "A", "Z", "9", "_", ".", "..", "/", "\\", " ", "%", "@", "~", "(", ")", ",", ", ", "\"", "'", "-",
            "$", ":", "*", "?", "<", ">", "|", "\n", "\t", "\u0001", "\u202e", "é", "e\u0301", "ß", "漢", "😀", ".git",
            "con", "aux", "schema", "tables", "%41", "ı", "İ", "K"
        };
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            name.append(atoms[random.nextInt(atoms.length)]);
        }
        return name.toString();
    }
}
