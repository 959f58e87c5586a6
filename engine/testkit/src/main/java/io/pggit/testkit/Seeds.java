package io.pggit.testkit;

import java.util.Random;

/**
 * A property that must hold whatever is drawn. The system property {@code pggit.seed} repeats one seed instead of the
 * whole range.
 */
public final class Seeds {
    private Seeds() {}

    /**
     * Checks a property once per seed, from {@code firstSeed} on.
     *
     * @throws AssertionError naming the first seed that fails and how to repeat it; its cause is the failure
     */
    public static void holds(long firstSeed, int count, Property property) {
        Long repeated = Long.getLong("pggit.seed");
        long first = repeated == null ? firstSeed : repeated;
        long end = repeated == null ? firstSeed + count : repeated + 1;
        for (long seed = first; seed < end; seed++) {
            check(seed, property);
        }
    }

    private static void check(long seed, Property property) {
        try {
            property.check(new Random(seed));
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + " (repeat with -Dpggit.seed=" + seed + "): " + e.getMessage(), e);
        }
    }

    /** What must hold for any draw. */
    @FunctionalInterface
    public interface Property {
        /** Draws from {@code random} alone, so that the same seed gives the same case. */
        void check(Random random) throws Exception;
    }
}
