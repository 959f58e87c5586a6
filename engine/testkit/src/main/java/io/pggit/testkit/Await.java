package io.pggit.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something to become true, never for time to pass. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(10);

    private Await() {}

    /**
     * Returns as soon as {@code condition} holds; asks every 10 ms.
     *
     * @throws AssertionError when it does not hold within {@code deadline}, or when asking fails
     */
    public static void until(Duration deadline, Callable<Boolean> condition) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + deadline.toMillis() + " ms");
            }
            LockSupport.parkNanos(STEP.toNanos());
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
