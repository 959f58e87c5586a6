package io.pggit.serve;

import io.pggit.capture.CaptureException;
import io.pggit.capture.reconcile.Reconciler;
import io.pggit.runtime.journal.Findings;
import io.pggit.runtime.journal.OpenFinding;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the database with its record, again and again, and records what the journal says is wrong meanwhile. What is found
 * is in the audit table, and a line in the log. One thread owns it.
 */
final class ReconcileLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLoop.class);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final Reconciler reconciler;
    private final Findings findings;
    private final Duration every;
    private final Semaphore wanted = new Semaphore(0);
    private final AtomicBoolean hurried = new AtomicBoolean();
    private volatile boolean ended;

    ReconcileLoop(Reconciler reconciler, Findings findings, Duration every) {
        this.reconciler = reconciler;
        this.findings = findings;
        this.every = every;
    }

    @Override
    public void run() {
        long next = System.nanoTime() + every.toNanos();
        report(); // what was left when the engine ended
        try {
            while (!ended) {
                long wait = Math.min(next - System.nanoTime(), LONGEST_WAIT.toNanos());
                boolean woken = wanted.tryAcquire(wait, TimeUnit.NANOSECONDS);
                wanted.drainPermits();
                boolean due = System.nanoTime() - next >= 0 || hurried.getAndSet(false);
                if (woken || due) {
                    attempt(this::record);
                }
                if (due) {
                    attempt(this::compare);
                    next = System.nanoTime() + every.toNanos();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A crash between the two steps records a finding twice, never not at all. */
    private void record() {
        if (!findings.isEmpty()) {
            for (OpenFinding open : findings.open()) {
                reconciler.record(open.finding());
                findings.recorded(open);
            }
        }
    }

    private void compare() {
        reconciler.run().forEach(found -> LOG.warn("found by comparison: {}", found.line()));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (CaptureException e) {
            if (!ended) {
                LOG.warn("{}; trying again in {} s", e.getMessage(), every.toSeconds());
            }
        }
    }

    /** Lets the findings in the journal be recorded soon; any thread. Those the database does not take are tried again later. */
    void report() {
        wanted.release();
    }

    /** Lets the next comparison be the next thing that is done; any thread. */
    void hurry() {
        hurried.set(true);
        wanted.release();
    }

    /** Ends {@link #run()} soon; any thread. */
    void stop() {
        ended = true;
    }
}
