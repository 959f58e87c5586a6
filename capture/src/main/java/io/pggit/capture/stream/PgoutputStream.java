package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Lsn;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change stream over PgJDBC's replication API and the output plugin {@code pgoutput}.
 *
 * <p>Where the slot cannot continue from what the journal has (it is new, was dropped, lost or moved forward), it is made
 * anew and the whole audit table is read first; the journal leaves out the rows it already has. Until the next streamed
 * transaction, back-filled ones keep the journal's old end, so that a crash in between begins again.
 *
 * <p>Used by one thread. PgJDBC never confirms by itself here ({@code automaticFlush} is off).
 */
public final class PgoutputStream implements ChangeStream {
    private static final Logger LOG = LoggerFactory.getLogger(PgoutputStream.class);
    private static final long STATUS_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How long the network may be silent in the middle of a message. */
    private static final int SILENCE_MS = 10_000;

    private static final int IDLE_WAITS = 20;

    private final Connection replication;
    private final PGReplicationStream stream;
    private final SlotWatch watch;
    private final Origin origin;
    private final TransactionAssembler assembler = new TransactionAssembler();
    private Optional<StreamedChange.Gap> gap;
    private Optional<BackFill> backFill;
    private Lsn drained;
    private long nextStatus = System.nanoTime();

    private PgoutputStream(Connection replication, PGReplicationStream stream, SlotWatch watch, SlotStart start) {
        this.replication = replication;
        this.stream = stream;
        this.watch = watch;
        this.origin = start.origin();
        this.gap = start.gap();
        this.backFill = start.backFill();
        this.drained = start.from();
    }

    /** Attaches to a database for a journal that does not know where its rows came from. */
    public static ChangeStream open(Database database, Optional<Lsn> journalEnd) {
        return open(database, new Resume(journalEnd, Optional.empty()));
    }

    /**
     * Attaches to a database.
     *
     * @throws CaptureException when pgGit is not installed there, another engine is attached, or the server refuses; the
     *     message says what to do
     */
    public static ChangeStream open(Database database, Resume journal) {
        try {
            Connection replication = database.connectForReplication();
            try {
                return SlotStart.prepare(database, replication, journal, start -> begin(database, replication, start));
            } catch (SQLException | RuntimeException e) {
                replication.close();
                throw e;
            }
        } catch (SQLException e) {
            throw ServerFailure.of("cannot attach to " + database, e);
        }
    }

    private static PgoutputStream begin(Database database, Connection replication, SlotStart start)
            throws SQLException {
        Optional<SlotWatch> watch = Optional.empty();
        try {
            replication.setNetworkTimeout(Runnable::run, SILENCE_MS);
            try (Statement settings = replication.createStatement()) {
                settings.execute(SqlFile.of(BackFill.class, "utc"));
            }
            PGConnection connection = replication.unwrap(PGConnection.class);
            PGReplicationStream stream = connection
                    .getReplicationAPI()
                    .replicationStream()
                    .logical()
                    .withSlotName(start.slot())
                    .withStartPosition(LogSequenceNumber.valueOf(start.from().value()))
                    .withSlotOption("proto_version", 1)
                    .withSlotOption("publication_names", "pggit")
                    .withSlotOption("messages", true)
                    // With an interval PgJDBC looks for bytes at each readPending, also under TLS, where the socket
                    // cannot say how many have come; status is sent by us, more often.
                    .withStatusInterval(SILENCE_MS, TimeUnit.MILLISECONDS)
                    .withAutomaticFlush(false)
                    .start();
            watch = Optional.of(SlotWatch.over(database, start.origin(), connection.getBackendPID()));
            return new PgoutputStream(replication, stream, watch.get(), start);
        } catch (SQLException | RuntimeException e) {
            if (start.backFill().isPresent()) {
                start.backFill().get().close();
            }
            throw e;
        }
    }

    @Override
    public Optional<StreamedChange> poll() {
        try {
            if (gap.isPresent()) {
                StreamedChange first = gap.get();
                gap = Optional.empty();
                return Optional.of(first);
            }
            keepAlive();
            return backFill.isPresent() ? pollTable() : pollSlot();
        } catch (SQLException e) {
            throw ServerFailure.of("lost the replication stream", e);
        }
    }

    /** Status asks the server to answer, so that an idle stream too learns how far the log is. */
    private void keepAlive() throws SQLException {
        long now = System.nanoTime();
        if (now - nextStatus >= 0) {
            nextStatus = now + STATUS_NANOS;
            stream.forceUpdateStatus();
            watch.look();
        }
    }

    private Optional<StreamedChange> pollTable() throws SQLException {
        BackFill table = backFill.orElseThrow();
        Optional<StreamedChange> change = table.next().map(StreamedChange.Committed::new);
        if (change.isEmpty()) {
            table.close();
            backFill = Optional.empty();
            return pollSlot();
        }
        return change;
    }

    private Optional<StreamedChange> pollSlot() throws SQLException {
        Optional<StreamedChange> change = assembler.next();
        while (change.isEmpty()) {
            ByteBuffer message = stream.readPending();
            if (message == null) {
                if (stream.isClosed()) {
                    throw new CaptureException("lost the replication stream: the server ended it");
                }
                return Optional.empty();
            }
            PgoutputDecoder.decode(message).accept(assembler);
            change = assembler.next();
        }
        return change;
    }

    @Override
    public Optional<StreamedChange> await() {
        for (int i = 0; i < IDLE_WAITS; i++) {
            Optional<StreamedChange> change = poll(); // waits a millisecond itself when nothing has come
            if (change.isPresent() || Thread.currentThread().isInterrupted()) {
                return change;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Lsn> drained() {
        if (gap.isPresent() || backFill.isPresent() || !assembler.isEmpty()) {
            return Optional.empty();
        }
        // The place of the last message: a COMMIT's is its end, a keep-alive's is how far the server has looked.
        Lsn received = new Lsn(stream.getLastReceiveLSN().asLong());
        drained = received.compareTo(drained) > 0 ? received : drained;
        return Optional.of(drained);
    }

    @Override
    public void confirm(Lsn position) {
        LogSequenceNumber lsn = LogSequenceNumber.valueOf(position.value());
        stream.setFlushedLSN(lsn);
        stream.setAppliedLSN(lsn);
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
        closing("back-fill", () -> {
            if (backFill.isPresent()) {
                backFill.get().close();
            }
        });
        closing("replication stream", () -> {
            if (!stream.isClosed()) {
                stream.forceUpdateStatus();
                stream.close();
            }
        });
        closing("watch", watch);
        closing("replication connection", replication);
    }

    private static void closing(String what, AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("while closing the {}: {}", what, e.getMessage());
        }
    }
}
