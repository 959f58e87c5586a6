package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Lsn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The logical replication slot of a database, {@code pggit_<OID of the database>}. */
final class Slot {
    private static final Pattern NAME = Pattern.compile("pggit_[0-9]{1,10}");
    private static final int FAILOVER_SINCE = 17;
    private static final long TAKE_OVER_MS = 5_000;

    /**
     * What {@code pg_replication_slots} says.
     *
     * @param activePid server process that reads it, empty when nobody does
     * @param confirmed everything before this place was confirmed
     * @param lost the server has removed WAL the slot needed, or has invalidated it otherwise
     * @param fits it is a slot for {@code pgoutput} in this database
     * @param pinnedBytes how much log the server keeps because of it
     */
    record State(Optional<Integer> activePid, Lsn confirmed, boolean lost, boolean fits, long pinnedBytes) {}

    /**
     * A slot just made.
     *
     * @param from the slot sees every commit from this place on
     * @param snapshot name of a snapshot that sees exactly what was committed before; until the next command on the
     *     connection that made the slot
     */
    record Made(Lsn from, String snapshot) {}

    private final Connection connection;
    private final String name;

    private Slot(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** The slot of the database that {@code connection} is connected to, whether it exists or not. */
    static Slot of(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Slot.class, "name"));
                ResultSet row = query.executeQuery()) {
            row.next();
            String name = row.getString(1);
            if (!NAME.matcher(name).matches()) {
                throw new CaptureException("replication slot: expected a name like pggit_16384, was " + name);
            }
            return new Slot(connection, name);
        }
    }

    String name() {
        return name;
    }

    Optional<State> state() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Slot.class, "state"))) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                int pid = row.getInt("active_pid");
                Optional<Integer> activePid = row.wasNull() ? Optional.empty() : Optional.of(pid);
                return Optional.of(new State(
                        activePid,
                        Lsn.parse(row.getString("confirmed_flush_lsn")),
                        row.getBoolean("lost"),
                        row.getBoolean("fits"),
                        row.getLong("pinned_bytes")));
            }
        }
    }

    /**
     * Its state once nobody reads it. The server notices only after a moment that an engine which was killed is gone.
     *
     * @throws CaptureException when somebody goes on reading it
     */
    Optional<State> awaitInactive() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TAKE_OVER_MS);
        while (true) {
            Optional<State> state = state();
            Optional<Integer> reader = state.flatMap(State::activePid);
            if (reader.isEmpty()) {
                return state;
            }
            if (System.nanoTime() > deadline) {
                throw new CaptureException("another engine is attached to this database: replication slot " + name
                        + " is read by server process " + reader.get() + "; stop that engine first");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Makes the slot over a replication connection. */
    Made create(Connection replication, Server server) throws SQLException {
        String command =
                Template.fill(Slot.class, server.major() < FAILOVER_SINCE ? "create" : "create_failover", name);
        try (Statement statement = replication.createStatement();
                ResultSet row = statement.executeQuery(command)) {
            row.next();
            return new Made(Lsn.parse(row.getString("consistent_point")), row.getString("snapshot_name"));
        } catch (SQLException e) {
            throw ServerFailure.of("cannot make replication slot " + name, e);
        }
    }

    /** Where the server left an earlier timeline; 0/0 when it was never on it; empty when it still is on it. */
    static Optional<Lsn> fork(Connection replication, int from, Server server) throws SQLException {
        if (from == server.origin().timeline()) {
            return Optional.empty();
        }
        if (from > server.origin().timeline()) {
            return Optional.of(new Lsn(0));
        }
        try (Statement statement = replication.createStatement();
                ResultSet row = statement.executeQuery(
                        Template.fill(Slot.class, "timeline", server.origin().timeline()))) {
            row.next();
            return Optional.of(row.getString("content")
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(columns -> columns.length > 1 && columns[0].equals(Integer.toString(from)))
                    .map(columns -> Lsn.parse(columns[1]))
                    .findFirst()
                    .orElse(new Lsn(0)));
        }
    }

    void drop() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Slot.class, "drop"))) {
            query.setString(1, name);
            query.execute();
        }
    }
}
