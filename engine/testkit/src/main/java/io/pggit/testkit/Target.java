package io.pggit.testkit;

import java.util.Locale;

/** How a benchmark says whether a measured figure meets its target. A benchmark never fails for it. */
public final class Target {
    private Target() {}

    /** {@code "target >= 0.90 x: met"} or {@code missed}. */
    public static String atLeast(double target, double measured, String unit) {
        return line(">=", target, measured >= target, unit);
    }

    /** {@code "target <= 3.00 ms: met"} or {@code missed}. */
    public static String atMost(double target, double measured, String unit) {
        return line("<=", target, measured <= target, unit);
    }

    private static String line(String sign, double target, boolean met, String unit) {
        return String.format(Locale.ROOT, "target %s %.2f %s: %s", sign, target, unit, met ? "met" : "missed");
    }
}
