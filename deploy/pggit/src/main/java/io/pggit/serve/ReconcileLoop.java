package io.pggit.serve;

import io.pggit.capture.CaptureException;
import io.pggit.capture.reconcile.Reconciler;
import io.pggit.core.audit.Finding;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the database with its record, again and again. What it finds is in the audit table, and a line in the log. */
final class ReconcileLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLoop.class);

    private final Reconciler reconciler;
    private final Duration every;
    private final CountDownLatch ended = new CountDownLatch(1);

    ReconcileLoop(Reconciler reconciler, Duration every) {
        this.reconciler = reconciler;
        this.every = every;
    }

    @Override
    public void run() {
        try {
            while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            for (Finding finding : reconciler.run()) {
                LOG.warn("found by comparison: {}", finding);
            }
        } catch (CaptureException e) {
            if (ended.getCount() > 0) {
                LOG.warn("{}; comparing again in {} s", e.getMessage(), every.toSeconds());
            }
        }
    }

    /** Ends {@link #run()} soon; any thread. */
    void stop() {
        ended.countDown();
    }
}
