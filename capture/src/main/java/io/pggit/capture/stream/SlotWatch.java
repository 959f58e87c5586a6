package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Looks over an ordinary connection, every few seconds, whether a stream is still what it seems: a dead network says
 * nothing, and a publication that was changed only sends less. Used by one thread.
 */
final class SlotWatch implements AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int TIMEOUT_MS = 10_000;

    private final Database database;
    private final Connection connection;
    private final Slot slot;
    private final Origin origin;
    private final int reader;
    private long next = System.nanoTime() + PERIOD_NANOS;

    private SlotWatch(Database database, Connection connection, Slot slot, Origin origin, int reader) {
        this.database = database;
        this.connection = connection;
        this.slot = slot;
        this.origin = origin;
        this.reader = reader;
    }

    /**
     * Begins to watch.
     *
     * @param reader the server process that sends the stream
     */
    static SlotWatch over(Database database, Origin origin, int reader) throws SQLException {
        Connection connection = database.connect();
        try {
            connection.setNetworkTimeout(Runnable::run, TIMEOUT_MS);
            return new SlotWatch(database, connection, Slot.of(connection), origin, reader);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Looks, if it is time to.
     *
     * @throws CaptureException when the stream can no longer be trusted; a new one finds out what to do
     */
    void look() throws SQLException {
        if (System.nanoTime() - next < 0) {
            return;
        }
        Optional<Integer> active = slot.state().flatMap(Slot.State::activePid);
        if (active.isEmpty() || active.get() != reader) {
            throw new CaptureException(
                    "lost the replication stream: the server no longer sends slot " + slot.name() + " to this engine");
        }
        if (!Server.of(connection, database).origin().equals(origin)) {
            throw new CaptureException(
                    "the publication of pggit.ddl_audit in " + database + " was changed; rows may be missing");
        }
        next = System.nanoTime() + PERIOD_NANOS;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
