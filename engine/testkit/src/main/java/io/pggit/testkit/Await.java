package io.pggit.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something to become true, never for time to pass. */
public final class Await {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(500);
    /** Asking may cost what is waited for much of the machine: so much longer than it took is the pause. */
    private static final int PATIENCE = 3;

    private Await() {}

    /**
     * Returns soon after {@code condition} holds. Asks every 10 ms, less often when asking takes longer, every half second at least.
     *
     * @throws AssertionError when it does not hold within {@code deadline}, or when asking fails
     */
    public static void until(Duration deadline, Callable<Boolean> condition) {
        long end = System.nanoTime() + deadline.toNanos();
        long asked = System.nanoTime();
        while (!holds(condition)) {
            long answered = System.nanoTime();
            if (answered > end) {
                throw new AssertionError("not within " + deadline.toMillis() + " ms");
            }
            LockSupport.parkNanos(
                    Math.min(LONGEST.toNanos(), Math.max(SHORTEST.toNanos(), PATIENCE * (answered - asked))));
            asked = System.nanoTime();
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new AssertionError("while waiting: " + e.getMessage(), e);
        }
    }
}
