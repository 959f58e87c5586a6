package io.pggit.runtime.repository;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints measured values, each with the target beside it and whether it is met. */
final class Targets {
    private final List<String> missed = new ArrayList<>();

    /** A value that may not be greater than the target. */
    void atMost(String what, double value, double target, String unit) {
        print(what, value, "<=", target, unit, value <= target);
    }

    /** A value that may not be smaller than the target. */
    void atLeast(String what, double value, double target, String unit) {
        print(what, value, ">=", target, unit, value >= target);
    }

    private void print(String what, double value, String relation, double target, String unit, boolean met) {
        if (!met) {
            missed.add(what);
        }
        String text = String.format(Locale.ROOT, "%s %s %s", number(value), unit, what);
        System.out.printf(Locale.ROOT, "%-66s %s %s %s%n", text, relation, number(target), met ? "met" : "MISSED");
    }

    /** A value to compare with, without a target. */
    static void note(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s %s %s%n", number(value), unit, what);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,9.2f" : "%,9.0f", value);
    }

    /** Says what was missed. */
    void sum() {
        System.out.println(missed.isEmpty() ? "all targets met" : "targets missed: " + String.join("; ", missed));
    }

    /** The middle of the times a question takes in milliseconds, once it has been asked some times. */
    static double milliseconds(Runnable question) {
        double[] times = new double[21];
        for (int i = 0; i < 2 * times.length; i++) {
            long start = System.nanoTime();
            question.run();
            times[i % times.length] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /** Time of the processors beside that of the wall, since a busy machine stretches only the latter. */
    static final class Stopwatch {
        private final long start = System.nanoTime();
        private final long startCpu = cpu();

        private static long cpu() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        /** Of all threads of this process, those that collect garbage and compile among them. */
        double cpuSeconds() {
            return (cpu() - startCpu) / 1e9;
        }
    }
}
