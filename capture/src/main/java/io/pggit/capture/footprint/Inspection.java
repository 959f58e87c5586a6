package io.pggit.capture.footprint;

import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether a database can be captured and is. Reads only; each finding names its remedy. */
public final class Inspection {
    /** Name of the check that tells what becomes of a command that cannot be recorded. */
    public static final String ON_FAULT = "on fault";

    /** The major version since which a standby can take a logical slot along. */
    private static final int CARRIES_SLOTS = 17;

    private static final String UNLIMITED = "-1";

    private final Connection connection;
    private final List<String> more;
    private final List<Check> checks = new ArrayList<>();

    private Inspection(Connection connection, List<String> more) {
        this.connection = connection;
        this.more = more;
    }

    /**
     * All checks, in a fixed order. Those of the footprint are left out where none is installed, which is a failed check of
     * its own.
     *
     * @param more statements that {@link Footprint#install} would be given
     * @throws CaptureException when the database does not answer
     */
    public static List<Check> of(Connection connection, List<String> more) {
        try {
            return new Inspection(connection, more).run();
        } catch (SQLException e) {
            throw new CaptureException("cannot inspect the database: " + e.getMessage(), e);
        }
    }

    private List<Check> run() throws SQLException {
        one("Footprint/server_version", this::version);
        one("Footprint/current_role", this::role);
        one("Inspection/settings", this::settings);
        Optional<Installed> installed = Installed.in(connection);
        if (installed.isPresent()) {
            footprint(installed.get());
            eventTriggers();
            one("Inspection/publication", this::publication);
            one("Inspection/messages", this::messages);
        } else {
            checks.add(Check.failed("footprint", "not installed in this database", "run: pggit install"));
        }
        slot();
        one("Inspection/failover", this::failover);
        return List.copyOf(checks);
    }

    private void footprint(Installed installed) {
        checks.add(
                installed.isOfThisBuild(more)
                        ? Check.ok("footprint", installed.text())
                        : Check.warning(
                                "footprint",
                                installed.text() + "; another build of pgGit made it",
                                installed.renewal()));
    }

    private void version(ResultSet row) throws SQLException {
        String version = "PostgreSQL " + row.getString("version");
        checks.add(
                row.getInt("number") >= Footprint.OLDEST_SERVER
                        ? Check.ok("server version", version)
                        : Check.failed("server version", version, "upgrade the server to PostgreSQL 15 or later"));
    }

    private void role(ResultSet row) throws SQLException {
        String name = row.getString("name");
        checks.add(
                row.getBoolean("superuser")
                        ? Check.ok("superuser", name + " is a superuser")
                        : Check.warning(
                                "superuser", name + " is no superuser", "install, serve and uninstall as a superuser"));
        checks.add(
                row.getBoolean("replication")
                        ? Check.ok("replication privilege", name + " may replicate")
                        : Check.failed(
                                "replication privilege",
                                name + " may not replicate",
                                "serve as a role with REPLICATION, as ALTER ROLE ... REPLICATION gives it"));
    }

    private void settings(ResultSet row) throws SQLException {
        String level = row.getString("wal_level");
        checks.add(
                level.equals("logical")
                        ? Check.ok("wal_level", level)
                        : Check.failed(
                                "wal_level",
                                level + ": changes are recorded, but cannot be streamed",
                                "set wal_level = logical in postgresql.conf and restart the server"));
        room("max_replication_slots", row.getInt("slots"), row.getInt("max_slots"));
        room("max_wal_senders", row.getInt("senders"), row.getInt("max_senders"));
        limit(row.getString("kept"));
    }

    private void limit(String kept) {
        checks.add(
                kept.equals(UNLIMITED)
                        ? Check.warning(
                                "max_slot_wal_keep_size",
                                "no limit: WAL that pgGit has not read is kept until the disk is full",
                                "set max_slot_wal_keep_size to what the disk can spare; what a slot loses is read from the table")
                        : Check.ok("max_slot_wal_keep_size", kept));
    }

    private void room(String setting, int used, int limit) {
        String details = used + " of " + limit + " in use";
        checks.add(
                used < limit
                        ? Check.ok(setting, details)
                        : Check.warning(
                                setting, details, "raise " + setting + " in postgresql.conf and restart the server"));
    }

    private void eventTriggers() throws SQLException {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> modes = new TreeSet<>();
        try (PreparedStatement query =
                        connection.prepareStatement(SqlFile.beside(Footprint.class, "Inspection/event_triggers"));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                modes.add(row.getString("on_fault"));
                if (!row.getBoolean("present")) {
                    wrong.add(row.getString("name") + " is missing");
                } else if (!row.getString("enabled").equals("A")) {
                    wrong.add(row.getString("name") + " is not ENABLE ALWAYS");
                }
            }
        }
        checks.add(
                wrong.isEmpty()
                        ? Check.ok("event triggers", "all present, ENABLE ALWAYS")
                        : Check.failed(
                                "event triggers",
                                String.join("; ", wrong) + ": schema changes go unrecorded",
                                "run: pggit install"));
        if (wrong.isEmpty()) {
            onFault(modes);
        }
    }

    private void onFault(TreeSet<String> modes) {
        if (modes.equals(Set.of(OnFault.STRICT.text()))) {
            checks.add(Check.ok(ON_FAULT, "strict: a command that cannot be recorded is refused"));
        } else if (modes.equals(Set.of(OnFault.AVAILABLE.text()))) {
            checks.add(Check.ok(
                    ON_FAULT, "available: a command that cannot be recorded goes on, and its loss is announced"));
        } else {
            checks.add(Check.failed(
                    ON_FAULT,
                    "the event triggers do not agree: some refuse a command that cannot be recorded, others let it go on",
                    "run: pggit install --on-fault strict"));
        }
    }

    private void publication(ResultSet row) throws SQLException {
        checks.add(
                row.getBoolean("publication") && row.getBoolean("complete")
                        ? Check.ok("publication", "publishes the audit table")
                        : Check.failed(
                                "publication",
                                row.getBoolean("publication")
                                        ? "publication pggit does not publish the whole audit table"
                                        : "publication pggit is missing",
                                "drop publication pggit, if it is there, then run: pggit install"));
        checks.add(
                row.getBoolean("nothing") && row.getBoolean("truncate")
                        ? Check.ok("append-only", "the audit table refuses UPDATE, DELETE and TRUNCATE")
                        : Check.failed(
                                "append-only",
                                row.getBoolean("nothing")
                                        ? "the trigger against TRUNCATE is missing or off"
                                        : "the audit table has a replica identity: rows can be changed",
                                "run: pggit install"));
    }

    private void messages(ResultSet row) throws SQLException {
        checks.add(
                row.getBoolean("open")
                        ? Check.warning(
                                "messages",
                                "everybody may write logical messages, as after a restored dump or pg_upgrade: attempts could"
                                        + " be forged",
                                "run: pggit install")
                        : Check.ok("messages", "only pgGit writes logical messages"));
    }

    private void slot() throws SQLException {
        boolean found = one("Inspection/slot", row -> {
            String details = row.getString("slot_name") + ", " + (row.getBoolean("active") ? "in use" : "not in use")
                    + ", " + row.getString("behind") + " of WAL not confirmed";
            String status = row.getString("wal_status");
            if ("lost".equals(status)) {
                checks.add(Check.failed(
                        "slot",
                        details + ", its WAL is gone",
                        "uninstalling is not needed: drop the slot and serve again"));
            } else if (!row.getBoolean("active") || !"reserved".equals(status)) {
                checks.add(Check.warning(
                        "slot",
                        details + ", WAL " + status,
                        "run: pggit serve; a slot nobody reads keeps WAL on disk"));
            } else {
                checks.add(Check.ok("slot", details));
            }
        });
        if (!found) {
            checks.add(Check.warning("slot", "none for this database yet", "run: pggit serve, which makes it"));
        }
    }

    /** A standby that is promoted without the slot costs a gap; one that is behind the engine costs a new incarnation. */
    private void failover(ResultSet row) throws SQLException {
        int standbys = row.getInt("standbys");
        boolean able = row.getInt("major") >= CARRIES_SLOTS;
        boolean left = able && !row.getBoolean("carried") && !row.wasNull();
        if (row.getString("silent") != null) {
            checks.add(Check.failed(
                    "failover",
                    "nothing is streamed while no standby reads slot " + row.getString("silent"),
                    "start that standby, or take its slot out of synchronized_standby_slots"));
        } else if (left) {
            checks.add(
                    Check.warning(
                            "failover",
                            "standbys do not take the slot along",
                            "stop pggit serve, drop the slot and serve again: it makes the slot anew and reads the table meanwhile"));
        } else if (standbys == 0) {
            checks.add(Check.ok("failover", "no standby is attached"));
        } else if (!able) {
            checks.add(
                    Check.warning(
                            "failover",
                            standbys + " standbys without the slot: before PostgreSQL 17 it does not go along",
                            "nothing of what it has is lost when one is promoted: serving makes a slot there, records a gap and reads the table"));
        } else if (row.getString("waits_for").isEmpty()) {
            checks.add(Check.warning(
                    "failover",
                    standbys + " standbys may be behind the engine: one that is promoted could lack what was served",
                    "name the physical slots of the standbys in synchronized_standby_slots, and set"
                            + " sync_replication_slots and hot_standby_feedback on the standbys"));
        } else {
            checks.add(Check.ok("failover", "the slot goes along to standbys: " + row.getString("waits_for")));
        }
    }

    private boolean one(String file, Reader reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.beside(Footprint.class, file));
                ResultSet row = query.executeQuery()) {
            boolean found = row.next();
            if (found) {
                reader.read(row);
            }
            return found;
        }
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
