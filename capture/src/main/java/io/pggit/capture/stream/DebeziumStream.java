package io.pggit.capture.stream;

import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.spi.OffsetCommitPolicy;
import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.core.audit.Lsn;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change stream over Debezium Embedded. Slot, publication, start checks and offsets are ours; Debezium begins where
 * the journal ends, at a transaction boundary, and acknowledges only what was confirmed here. At least once: what comes
 * again the journal leaves out.
 *
 * <p>Debezium's thread puts transactions together and hands them over through a short queue; all other methods are used
 * by one thread. A confirmation goes out with the next batch of records, in an idle database with the next heartbeat,
 * after 5 s at most.
 */
public final class DebeziumStream implements ChangeStream {
    private static final Logger LOG = LoggerFactory.getLogger(DebeziumStream.class);
    private static final int QUEUE_LENGTH = 256;
    private static final long AWAIT_MS = 20;
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** A record from which Debezium may go on once everything before {@code place} is confirmed. */
    private record Mark(Lsn place, ChangeEvent<SourceRecord, SourceRecord> record) {}

    private final Origin origin;
    private final DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine;
    private final BlockingQueue<StreamedChange> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final AtomicReference<CaptureException> failure = new AtomicReference<>();
    private final AtomicReference<Lsn> confirmed = new AtomicReference<>(new Lsn(0));
    private final AtomicReference<Lsn> handedOver;
    private final DebeziumRecords records = new DebeziumRecords();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private volatile boolean closed;
    private Optional<StreamedChange.Gap> gap;
    private Optional<BackFill> backFill;
    private Optional<SlotWatch> watch = Optional.empty();

    private DebeziumStream(Database database, SlotStart start) {
        this.origin = start.origin();
        this.gap = start.gap();
        this.backFill = start.backFill();
        this.handedOver = new AtomicReference<>(start.from());
        this.engine = DebeziumEngine.create(Connect.class)
                .using(DebeziumSettings.of(database, start))
                .using(OffsetCommitPolicy.always())
                .using(this::ended)
                .notifying(this::batch)
                .build();
    }

    /**
     * Attaches to a database.
     *
     * @throws CaptureException when pgGit is not installed there, another engine is attached, or the server refuses; the
     *     message says what to do
     */
    public static ChangeStream open(Database database, Resume journal) {
        // The replication connection only prepares the slot; Debezium opens its own.
        try (Connection replication = database.connectForReplication()) {
            return SlotStart.prepare(database, replication, journal, start -> begin(database, start));
        } catch (SQLException e) {
            throw ServerFailure.of("cannot attach to " + database, e);
        }
    }

    private static DebeziumStream begin(Database database, SlotStart start) throws SQLException {
        DebeziumStream stream = new DebeziumStream(database, start);
        try {
            stream.start(database);
            return stream;
        } catch (SQLException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** Returns when the server sends the slot. */
    private void start(Database database) throws SQLException {
        Thread thread = new Thread(engine, "pggit-debezium");
        thread.setDaemon(true);
        thread.start();
        long deadline = System.nanoTime() + START_NANOS;
        try (Connection connection = database.connect()) {
            Slot slot = Slot.of(connection);
            Optional<Integer> reader = Optional.empty();
            while (reader.isEmpty()) {
                failIfEnded();
                if (System.nanoTime() > deadline) {
                    throw new CaptureException("Debezium did not begin to read slot " + slot.name() + " within 60 s");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                reader = slot.state().flatMap(Slot.State::activePid);
            }
            watch = Optional.of(SlotWatch.over(database, origin, reader.get()));
        }
    }

    private void batch(
            List<ChangeEvent<SourceRecord, SourceRecord>> batch,
            DebeziumEngine.RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer)
            throws InterruptedException {
        acknowledge(committer);
        for (ChangeEvent<SourceRecord, SourceRecord> event : batch) {
            Deque<StreamedChange> changes = new ArrayDeque<>(2);
            Optional<Lsn> place = records.take(event.value(), changes::add);
            while (!changes.isEmpty()) {
                put(changes.remove());
            }
            if (place.isPresent()) {
                marks.add(new Mark(place.get(), event));
                handedOver.set(place.get());
            }
        }
        acknowledge(committer);
    }

    private void put(StreamedChange change) throws InterruptedException {
        while (!queue.offer(change, AWAIT_MS, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new InterruptedException("closed");
            }
        }
    }

    private void acknowledge(DebeziumEngine.RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer)
            throws InterruptedException {
        Optional<Mark> last = Optional.empty();
        while (!marks.isEmpty() && marks.peek().place().compareTo(confirmed.get()) <= 0) {
            last = Optional.of(marks.remove());
        }
        if (last.isPresent()) {
            committer.markProcessed(last.get().record());
            committer.markBatchFinished();
        }
    }

    private void ended(boolean success, String message, Throwable error) {
        String reason = Optional.ofNullable(error)
                .map(DebeziumStream::root)
                .map(cause -> cause instanceof SQLException refused
                        ? ServerFailure.line(refused)
                        : String.valueOf(cause.getMessage()))
                .or(() -> Optional.ofNullable(message))
                .flatMap(text -> text.lines().findFirst())
                .orElse("it gave no reason");
        failure.set(new CaptureException("lost the replication stream: Debezium ended: " + reason, error));
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private void failIfEnded() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    @Override
    public Optional<StreamedChange> poll() {
        return next(0);
    }

    @Override
    public Optional<StreamedChange> await() {
        return next(AWAIT_MS);
    }

    private Optional<StreamedChange> next(long waitMs) {
        try {
            if (gap.isPresent()) {
                StreamedChange first = gap.get();
                gap = Optional.empty();
                return Optional.of(first);
            }
            if (backFill.isPresent()) {
                Optional<StreamedChange> change = backFill.get().next().map(StreamedChange.Committed::new);
                if (change.isPresent()) {
                    return change;
                }
                backFill.get().close();
                backFill = Optional.empty();
            }
            Optional<StreamedChange> change = Optional.ofNullable(queue.poll(waitMs, TimeUnit.MILLISECONDS));
            if (change.isEmpty()) {
                failIfEnded();
                watch.orElseThrow().look();
            }
            return change;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (SQLException e) {
            throw ServerFailure.of("lost the replication stream", e);
        }
    }

    @Override
    public Optional<Lsn> drained() {
        Lsn place = handedOver.get(); // before the queue is looked at: what is behind it may come at any time
        return gap.isPresent() || backFill.isPresent() || !queue.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    @Override
    public void confirm(Lsn position) {
        confirmed.set(position);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Optional<StreamedChange.Diverged> divergence() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        closing("Debezium", this::stop);
        closing("back-fill", () -> {
            if (backFill.isPresent()) {
                backFill.get().close();
            }
        });
        closing("watch", () -> {
            if (watch.isPresent()) {
                watch.get().close();
            }
        });
    }

    private void stop() throws IOException {
        if (failure.get() == null) {
            engine.close();
        }
    }

    private static void closing(String what, AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("while closing the {}: {}", what, e.getMessage());
        }
    }
}
