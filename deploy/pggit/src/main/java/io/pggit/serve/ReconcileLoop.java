package io.pggit.serve;

import io.pggit.capture.CaptureException;
import io.pggit.capture.reconcile.Reconciler;
import io.pggit.core.audit.Finding;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the database with its record, again and again, and records what others report meanwhile. What is found is in the
 * audit table, and a line in the log. One thread owns it.
 */
final class ReconcileLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLoop.class);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final Reconciler reconciler;
    private final Duration every;
    private final BlockingQueue<Finding> reported = new LinkedBlockingQueue<>();
    private final AtomicBoolean hurried = new AtomicBoolean();
    private volatile boolean ended;

    ReconcileLoop(Reconciler reconciler, Duration every) {
        this.reconciler = reconciler;
        this.every = every;
    }

    @Override
    public void run() {
        long next = System.nanoTime() + every.toNanos();
        try {
            while (!ended) {
                Finding finding =
                        reported.poll(Math.min(next - System.nanoTime(), LONGEST_WAIT.toNanos()), TimeUnit.NANOSECONDS);
                if (finding != null) {
                    attempt(() -> reconciler.record(finding));
                } else if (System.nanoTime() - next >= 0 || hurried.getAndSet(false)) {
                    attempt(() -> reconciler.run().forEach(found -> LOG.warn("found by comparison: {}", found.line())));
                    next = System.nanoTime() + every.toNanos();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (CaptureException e) {
            if (!ended) {
                LOG.warn("{}; comparing again in {} s", e.getMessage(), every.toSeconds());
            }
        }
    }

    /** Takes what is wrong, to be recorded soon; any thread. What the database does not take is in the log only. */
    void report(Finding finding) {
        reported.add(finding);
    }

    /** Lets the next comparison be the next thing that is done; any thread. */
    void hurry() {
        hurried.set(true);
    }

    /** Ends {@link #run()} soon; any thread. */
    void stop() {
        ended = true;
    }
}
