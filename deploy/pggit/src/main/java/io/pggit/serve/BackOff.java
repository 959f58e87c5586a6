package io.pggit.serve;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses between attempts: each twice as long as the one before, from 100 ms to 5 s; none once it was ended. */
final class BackOff {
    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 5_000;

    private final CountDownLatch ended = new CountDownLatch(1);
    private long nextMs = FIRST_MS;

    /** Waits; for the thread that makes the attempts. */
    void pause() {
        try {
            ended.await(nextMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended.countDown();
        }
        nextMs = Math.min(2 * nextMs, LONGEST_MS);
    }

    /** An attempt succeeded: the next pause is short again. */
    void reset() {
        nextMs = FIRST_MS;
    }

    /** Ends the pause and every later one; any thread. */
    void end() {
        ended.countDown();
    }

    /** Whether it was ended. */
    boolean isEnded() {
        return ended.getCount() == 0;
    }
}
