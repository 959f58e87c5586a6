package io.pggit.serve;

import io.pggit.capture.CaptureException;
import io.pggit.capture.stream.ChangeStream;
import io.pggit.capture.stream.StreamedChange;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.journal.ConflictingRowException;
import io.pggit.runtime.journal.Journal;
import io.pggit.sql.Responder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the change stream into the journal. One thread owns it.
 *
 * <p>Order: everything that has arrived is appended to the journal in one durable step; only then is the slot confirmed,
 * and only then do questions go to the responder, who so knows of everything committed before they were asked. A crash
 * between any two steps repeats what the journal leaves out. A lost connection is opened again, for as long as it takes.
 */
final class CaptureLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureLoop.class);
    private static final long IDLE_CONFIRM_NANOS = Duration.ofSeconds(10).toNanos();

    private final Supplier<ChangeStream> opener;
    private final Journal journal;
    private final Responder responder;
    private final Runnable report;
    private final Runnable compare;
    private final BackOff backOff = new BackOff();
    private Optional<ChangeStream> stream;
    private final CompletableFuture<Void> inPlace = new CompletableFuture<>();
    private boolean originNoted;
    private boolean placed;
    private long lastConfirmed = System.nanoTime();

    /**
     * A loop that begins with an open stream.
     *
     * @param opener opens a stream at the end of the journal
     * @param report lets the findings in the journal be recorded soon; must not wait
     * @param compare lets the schema be compared with the record soon; must not wait
     */
    CaptureLoop(
            ChangeStream first,
            Supplier<ChangeStream> opener,
            Journal journal,
            Responder responder,
            Runnable report,
            Runnable compare) {
        this.stream = Optional.of(first);
        this.opener = opener;
        this.journal = journal;
        this.responder = responder;
        this.report = report;
        this.compare = compare;
    }

    @Override
    public void run() {
        try {
            capture();
        } finally {
            closeStream();
        }
    }

    private void capture() {
        boolean told = false;
        while (!backOff.isEnded()) {
            try {
                if (stream.isEmpty()) {
                    stream = Optional.of(opener.get());
                    originNoted = false;
                    placed = false;
                    LOG.info("attached again");
                    told = false;
                }
                while (!backOff.isEnded()) {
                    doWork(stream.get());
                    backOff.reset();
                }
            } catch (CaptureException e) {
                if (!told && !backOff.isEnded()) {
                    LOG.warn("{}; DDL is recorded in the database meanwhile, trying to attach again", e.getMessage());
                    told = true;
                }
                closeStream();
                backOff.pause();
            }
        }
    }

    /** Takes what has arrived, at least one change unless none arrives in a short time. */
    private void doWork(ChangeStream from) {
        Batch batch = new Batch();
        for (Optional<StreamedChange> next = from.await();
                next.isPresent();
                next = batch.isUrgent() ? from.poll() : from.await()) {
            next.get().accept(batch);
            if (batch.isFull()) {
                break;
            }
        }
        if (!batch.isEmpty()) {
            noteOrigin(from);
            append(batch);
            confirmJournal(from);
        } else if (!placed || journal.isEndAwaited() || System.nanoTime() - lastConfirmed > IDLE_CONFIRM_NANOS) {
            // Others write WAL too: without this, a database that sees no DDL would keep all of it for the slot. At
            // once for a new stream: a journal that was just filled from the table has no place in the log yet.
            Optional<Lsn> drained = from.drained();
            drained.ifPresent(journal::advance);
            placed = drained.isPresent();
            confirmJournal(from);
        }
        if (!batch.findings().isEmpty()) {
            report.run();
        }
        if (batch.hasLosses()) {
            compare.run();
        }
        long index = journal.lastIndex();
        batch.questions().forEach(question -> responder.ask(question, index));
    }

    private void append(Batch batch) {
        try {
            journal.append(batch.transactions(), batch.attempts(), batch.findings());
        } catch (ConflictingRowException e) {
            throw new DivergedException(e.getMessage());
        }
    }

    /** Before the first row of a stream, so that the journal never has rows it does not know the origin of. */
    private void noteOrigin(ChangeStream from) {
        if (!originNoted) {
            journal.saveOrigin(from.origin().toString());
            originNoted = true;
        }
    }

    private void confirmJournal(ChangeStream from) {
        journal.end().filter(end -> end.compareTo(new Lsn(0)) > 0).ifPresent(end -> {
            from.confirm(end);
            inPlace.complete(null);
        });
        lastConfirmed = System.nanoTime();
    }

    private void closeStream() {
        stream.ifPresent(ChangeStream::close);
        stream = Optional.empty();
    }

    /**
     * Complete once the journal knows its place in the log. Before, it was at most filled from the table, in the table's
     * order, and would be filled anew after a crash. Never complete where there is no log to have a place in.
     */
    CompletableFuture<Void> inPlace() {
        return inPlace;
    }

    /** Ends {@link #run()} soon; any thread. */
    void stop() {
        backOff.end();
    }
}
