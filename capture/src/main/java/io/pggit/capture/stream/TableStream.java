package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change stream without a slot, for servers where replication is not allowed: it reads the audit table itself, behind
 * an order-keeping barrier. Row numbers are handed out one by one, each to a transaction that already has its id. So once
 * every transaction with an id lower than one taken <em>after</em> the number S was seen has ended, nothing up to S can
 * still appear, and gaps are final. A transaction is given when its last row is in front of the barrier; a long one
 * delays those behind it, but nothing is lost or reordered.
 *
 * <p>What differs from a stream over a slot: the order is that of last rows, which is commit order for everything that
 * touches the same object; transactions have no commit time, and as their end the place the journal had before; questions
 * cannot arrive, since logical messages are not in a table; nor does tampering show. {@link #confirm} does nothing. It goes on from {@link #barrier()}, where the journal keeps it, else from the beginning: the
 * journal leaves out what it has.
 *
 * <p>Needs a primary, because a transaction id is taken whenever row numbers were handed out. Used by one thread.
 */
public final class TableStream implements ChangeStream {
    private static final Logger LOG = LoggerFactory.getLogger(TableStream.class);
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int AWAIT_MS = 20;

    /** Numbers up to {@code place} are final once no transaction below {@code xid} is open. */
    private record Barrier(long place, String xid) {}

    private final Connection connection;
    private final Origin origin;
    private final Lsn end;
    private long after;
    private long from;
    private Optional<Barrier> barrier = Optional.empty();
    private Optional<BackFill> rows = Optional.empty();
    private long interval = SHORT_NANOS;
    private long nextLook = System.nanoTime();

    private TableStream(Connection connection, Origin origin, Lsn end, long after) {
        this.connection = connection;
        this.origin = origin;
        this.end = end;
        this.after = after;
        // A transaction read next may have rows in front of this: read far enough back once, then it is known.
        this.from = 0;
    }

    /**
     * Begins to read.
     *
     * @param after a {@link #barrier()} the journal has kept: it has every row up to there; 0 to read everything
     * @throws CaptureException when pgGit is not installed there or the server refuses
     */
    public static ChangeStream open(Database database, Resume journal, long after) {
        try {
            Connection connection = database.connect();
            try {
                Server server = Server.of(connection, database);
                Optional<StreamedChange.Diverged> diverged = server.divergence(journal, Optional.empty());
                if (diverged.isEmpty() && last(connection) < after) {
                    diverged = Optional.of(new StreamedChange.Diverged(
                            StreamedChange.Divergence.EARLIER,
                            "rows up to " + after,
                            "rows up to " + last(connection)));
                }
                if (diverged.isPresent()) {
                    connection.close();
                    return new DivergedStream(server.origin(), diverged.get());
                }
                execute(connection, BackFill.class, "utc");
                execute(connection, TableStream.class, "listen");
                return new TableStream(
                        connection, server.origin(), journal.end().orElse(new Lsn(0)), after);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw ServerFailure.of("cannot read the audit table of " + database, e);
        }
    }

    /**
     * Every row up to this number has come out, and no other can appear there. To be kept by the journal together with
     * what was taken before.
     */
    public long barrier() {
        return after;
    }

    @Override
    public Optional<StreamedChange> poll() {
        try {
            Optional<AuditTransaction> transaction = nextRow();
            if (transaction.isEmpty() && System.nanoTime() - nextLook >= 0) {
                look();
                transaction = nextRow();
            }
            return transaction.map(StreamedChange.Committed::new);
        } catch (SQLException e) {
            throw ServerFailure.of("lost the connection to the audit table", e);
        }
    }

    private Optional<AuditTransaction> nextRow() throws SQLException {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Optional<AuditTransaction> transaction = rows.get().next();
        if (transaction.isEmpty()) {
            rows.get().close();
            rows = Optional.empty();
            long place = barrier.orElseThrow().place();
            from = held(place) - 1;
            after = place;
            barrier = Optional.empty();
            connection.commit();
            connection.setAutoCommit(true);
        }
        return transaction;
    }

    private void look() throws SQLException {
        if (barrier.isEmpty()) {
            long last = last(connection);
            if (last > after) {
                barrier = Optional.of(new Barrier(last, one("barrier")));
            }
        }
        boolean ready = barrier.isPresent() && passed(barrier.get());
        if (ready) {
            connection.setAutoCommit(false);
            rows = Optional.of(BackFill.begin(
                    connection, new BackFill.Range(from, after, barrier.get().place()), end, () -> {}));
        }
        interval = barrier.isPresent() ? SHORT_NANOS : Math.min(2 * interval, LONG_NANOS);
        nextLook = ready ? System.nanoTime() : System.nanoTime() + interval;
    }

    private boolean passed(Barrier candidate) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(TableStream.class, "passed"))) {
            query.setString(1, candidate.xid());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private long held(long place) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(TableStream.class, "held"))) {
            query.setLong(1, place);
            query.setLong(2, from);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(TableStream.class, "last"));
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private String one(String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(TableStream.class, name));
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, Class<?> owner, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlFile.of(owner, name));
        }
    }

    @Override
    public Optional<StreamedChange> await() {
        Optional<StreamedChange> change = poll();
        if (change.isPresent() || rows.isPresent()) {
            return change;
        }
        try {
            PGNotification[] woken = connection.unwrap(PGConnection.class).getNotifications(AWAIT_MS);
            if (woken != null && woken.length > 0) {
                nextLook = System.nanoTime();
            }
        } catch (SQLException e) {
            throw ServerFailure.of("lost the connection to the audit table", e);
        }
        return poll();
    }

    /**
     * Whatever committed before the place was read had its row numbers by then. So the place counts when every number handed
     * out by now lies in front of the barrier.
     */
    @Override
    public Optional<Lsn> drained() {
        if (rows.isPresent() || barrier.isPresent()) {
            return Optional.empty();
        }
        try {
            Lsn place = Lsn.parse(one("place"));
            return last(connection) == after ? Optional.of(place) : Optional.empty();
        } catch (SQLException e) {
            throw ServerFailure.of("lost the connection to the audit table", e);
        }
    }

    @Override
    public void confirm(Lsn position) {}

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
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("while closing the connection to the audit table: {}", e.getMessage());
        }
    }
}
