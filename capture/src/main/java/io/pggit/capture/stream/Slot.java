package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Lsn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;

/** The logical replication slot of a database, {@code pggit_<OID of the database>}. */
final class Slot {
    /**
     * What {@code pg_replication_slots} says.
     *
     * @param activePid server process that reads it, empty when nobody does
     * @param confirmed everything before this place was confirmed
     * @param lost the server has removed WAL the slot needed
     */
    record State(Optional<Integer> activePid, Lsn confirmed, boolean lost) {}

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
            return new Slot(connection, row.getString(1));
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
                return Optional.of(
                        new State(activePid, Lsn.parse(row.getString("confirmed_flush_lsn")), row.getBoolean("lost")));
            }
        }
    }

    /** Makes the slot over a replication connection; returns the place from which it sees every commit. */
    Lsn create(Connection replication) throws SQLException {
        try {
            return new Lsn(replication
                    .unwrap(PGConnection.class)
                    .getReplicationAPI()
                    .createReplicationSlot()
                    .logical()
                    .withSlotName(name)
                    .withOutputPlugin("pgoutput")
                    .make()
                    .getConsistentPoint()
                    .asLong());
        } catch (SQLException e) {
            String remedy = switch (Optional.ofNullable(e.getSQLState()).orElse("")) {
                case "55000" -> "set wal_level = logical in postgresql.conf and restart the server";
                case "53400" -> "raise max_replication_slots, or drop a slot nobody uses";
                case "42501" -> "log in as a superuser or a role with the REPLICATION attribute";
                default -> throw e;
            };
            throw new CaptureException(
                    "cannot make replication slot " + name + ": " + e.getMessage() + "; " + remedy, e);
        }
    }

    void drop() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Slot.class, "drop"))) {
            query.setString(1, name);
            query.execute();
        }
    }
}
