package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Lsn;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
    private static final int STATUS_INTERVAL_MS = 1_000;
    private static final long IDLE_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int IDLE_WAITS = 20;
    private static final long TAKE_OVER_MS = 5_000;

    private final Connection replication;
    private final PGReplicationStream stream;
    private final TransactionAssembler assembler = new TransactionAssembler();
    private Optional<BackFill> backFill;

    private PgoutputStream(Connection replication, PGReplicationStream stream, Optional<BackFill> backFill) {
        this.replication = replication;
        this.stream = stream;
        this.backFill = backFill;
    }

    /**
     * Attaches to a database.
     *
     * @param journalEnd the place up to which the journal is complete; empty when it has nothing
     * @throws CaptureException when pgGit is not installed there, another engine is attached, or the server refuses; the
     *     message says what to do
     */
    public static PgoutputStream open(Database database, Optional<Lsn> journalEnd) {
        try (Connection connection = database.connect()) {
            requirePublication(connection, database);
            Slot slot = Slot.of(connection);
            Connection replication = database.connectForReplication();
            try {
                return start(database, slot, replication, journalEnd);
            } catch (SQLException | RuntimeException e) {
                replication.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new CaptureException("cannot attach to " + database + ": " + e.getMessage(), e);
        }
    }

    private static PgoutputStream start(Database database, Slot slot, Connection replication, Optional<Lsn> journalEnd)
            throws SQLException {
        Optional<Slot.State> state = awaitInactive(slot);
        Optional<String> broken = whyBroken(state, journalEnd);
        Lsn from;
        if (broken.isPresent()) {
            if (state.isPresent()) {
                LOG.warn(
                        "replication slot {}: {}; making it anew and reading the audit table",
                        slot.name(),
                        broken.get());
                slot.drop();
            }
            from = slot.create(replication);
        } else {
            from = journalEnd.orElseThrow();
        }
        try (Statement settings = replication.createStatement()) {
            settings.execute(SqlFile.of(PgoutputStream.class, "utc"));
        }
        PGReplicationStream stream = replication
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName(slot.name())
                .withStartPosition(LogSequenceNumber.valueOf(from.value()))
                .withSlotOption("proto_version", 1)
                .withSlotOption("publication_names", "pggit")
                .withSlotOption("messages", true)
                .withStatusInterval(STATUS_INTERVAL_MS, TimeUnit.MILLISECONDS)
                .withAutomaticFlush(false)
                .start();
        // The table is read after the slot was made: what committed before the slot began is visible by now, what
        // committed later comes twice and is left out by the journal.
        return new PgoutputStream(
                replication,
                stream,
                broken.isPresent()
                        ? Optional.of(BackFill.begin(database.connect(), journalEnd.orElse(new Lsn(0))))
                        : Optional.empty());
    }

    private static Optional<String> whyBroken(Optional<Slot.State> state, Optional<Lsn> journalEnd) {
        if (state.isEmpty()) {
            return Optional.of("it does not exist");
        }
        if (state.get().lost()) {
            return Optional.of("the server has removed WAL it needed");
        }
        if (journalEnd.isEmpty()) {
            return Optional.of("the journal is empty");
        }
        if (state.get().confirmed().compareTo(journalEnd.get()) > 0) {
            return Optional.of("expected confirmed flush <= " + journalEnd.get() + " (end of journal), was "
                    + state.get().confirmed());
        }
        return Optional.empty();
    }

    /** The server notices only after a moment that an engine which was killed is gone. */
    private static Optional<Slot.State> awaitInactive(Slot slot) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TAKE_OVER_MS);
        while (true) {
            Optional<Slot.State> state = slot.state();
            Optional<Integer> reader = state.flatMap(Slot.State::activePid);
            if (reader.isEmpty()) {
                return state;
            }
            if (System.nanoTime() > deadline) {
                throw new CaptureException("another engine is attached to this database: replication slot "
                        + slot.name() + " is read by server process " + reader.get() + "; stop that engine first");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static void requirePublication(Connection connection, Database database) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(SqlFile.of(PgoutputStream.class, "published"))) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new CaptureException(
                        "pgGit is not installed in " + database + ": run pggit install --url with this database first");
            }
        }
    }

    @Override
    public Optional<StreamedChange> poll() {
        try {
            return backFill.isPresent() ? pollTable() : pollSlot();
        } catch (SQLException e) {
            throw new CaptureException("lost the replication stream: " + e.getMessage(), e);
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
            Optional<StreamedChange> change = poll();
            if (change.isPresent() || Thread.currentThread().isInterrupted()) {
                return change;
            }
            LockSupport.parkNanos(IDLE_WAIT_NANOS);
        }
        return poll();
    }

    @Override
    public Optional<Lsn> drained() {
        return backFill.isPresent() || assembler.inTransaction()
                ? Optional.empty()
                : Optional.of(new Lsn(stream.getLastReceiveLSN().asLong()));
    }

    @Override
    public void confirm(Lsn position) {
        LogSequenceNumber lsn = LogSequenceNumber.valueOf(position.value());
        stream.setFlushedLSN(lsn);
        stream.setAppliedLSN(lsn);
    }

    @Override
    public void close() {
        try {
            if (backFill.isPresent()) {
                backFill.get().close();
            }
            if (!stream.isClosed()) {
                stream.forceUpdateStatus();
                stream.close();
            }
        } catch (SQLException e) {
            LOG.debug("while closing the replication stream: {}", e.getMessage());
        }
        try {
            replication.close();
        } catch (SQLException e) {
            LOG.debug("while closing the replication connection: {}", e.getMessage());
        }
    }
}
