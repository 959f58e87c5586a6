package io.pggit.capture.footprint;

import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Everything pgGit installs in a database: schema {@code pggit} with the audit table and the describing functions, event
 * triggers, a publication, and the role {@code pggit_owner}, which all databases of a server share.
 *
 * <p>Each method runs in one transaction of its own on a connection that is in none, and leaves the connection as it was.
 */
public final class Footprint {
    /** Version of the extension, and of the SQL API, that is installed: {@code pggit.version()} says the same. */
    public static final String EXTENSION_VERSION = "1.0.0";

    /** Version of the footprint this class installs; every audit row carries it. */
    public static final String VERSION = "1";

    /** The oldest server it can be installed on, as {@code server_version_num} counts. */
    static final int OLDEST_SERVER = 150_000;

    private Footprint() {}

    /** Installs the footprint alone: what an audit needs. */
    public static void install(Connection connection) {
        install(connection, List.of());
    }

    /** As {@link #install(Connection, List, Optional)} with what was chosen before. */
    public static void install(Connection connection, List<String> more) {
        install(connection, more, Optional.empty());
    }

    /**
     * Installs the footprint, or renews it where there is one: rows and HEAD stay, functions and triggers are made anew.
     * Into an empty audit table it writes a row for every object there is.
     *
     * @param more statements that make further objects of schema {@code pggit}, such as the SQL API; run before the event
     *     triggers are made, so that they are not recorded
     * @param onFault what becomes of a command that cannot be recorded; empty: what was chosen before, else it is refused
     * @throws CaptureException when the role is no superuser, the server too old, pgGit an extension there, or PostgreSQL
     *     refuses
     */
    public static void install(Connection connection, List<String> more, Optional<OnFault> onFault) {
        inTransaction(connection, "install pgGit", () -> {
            try (Statement statement = connection.createStatement()) {
                // at once: one by one they would wait for the network hundreds of times
                statement.execute(InstallScript.statements(more, onFault));
            }
        });
    }

    /**
     * Removes the footprint with its record and drops this database's slot. The role stays when another database of the
     * server still uses it. Harmless where nothing is installed.
     *
     * @throws CaptureException when the role is no superuser, the slot is in use, or PostgreSQL refuses
     */
    public static void uninstall(Connection connection) {
        inTransaction(connection, "uninstall pgGit", () -> {
            requireSuperuser(connection);
            requireIdleSlot(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(SqlFile.beside(Footprint.class, "uninstall/emit_message_rights"));
                statement.execute(SqlFile.beside(Footprint.class, "uninstall/extension"));
                statement.execute(SqlFile.beside(Footprint.class, "install/no_event_triggers"));
                statement.execute(SqlFile.beside(Footprint.class, "uninstall/objects"));
                statement.execute(SqlFile.beside(Footprint.class, "uninstall/role"));
            }
            // last, since it is not undone with the transaction
            try (PreparedStatement drop =
                    connection.prepareStatement(SqlFile.beside(Footprint.class, "uninstall/slot"))) {
                drop.execute();
            }
        });
    }

    /**
     * Renews what an extension's script does once and neither pg_upgrade nor a dump carries over: the rights taken from PUBLIC, and
     * {@link #takeOver}. Notes the footprint as it is now.
     *
     * @param onFault what becomes of a command that cannot be recorded; empty: what was chosen before
     * @throws CaptureException when the role is no superuser, or PostgreSQL refuses
     */
    public static void renewExtension(Connection connection, Optional<OnFault> onFault) {
        inTransaction(connection, "renew pgGit", () -> {
            requireSuperuser(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(SqlFile.beside(Footprint.class, "install/emit_message_rights"));
                statement.execute(SqlFile.beside(Footprint.class, "Footprint/take_over"));
                for (String sql : Manifest.storing()) {
                    statement.execute(sql);
                }
            }
            if (onFault.isPresent()) {
                try (PreparedStatement choose =
                        connection.prepareStatement(SqlFile.beside(Footprint.class, "Footprint/set_on_fault"))) {
                    choose.setString(1, onFault.get().text());
                    choose.execute();
                }
            }
        });
    }

    /**
     * Notes that pg_upgrade made a new cluster of the one the footprint was installed in, and describes everything anew, since
     * objects have new numbers there. Harmless elsewhere, and when repeated; {@link #install} does the same.
     *
     * @throws CaptureException when PostgreSQL refuses
     */
    public static void takeOver(Connection connection) {
        inTransaction(connection, "go on after an upgrade of PostgreSQL", () -> {
            try (PreparedStatement takeOver =
                    connection.prepareStatement(SqlFile.beside(Footprint.class, "Footprint/take_over"))) {
                takeOver.execute();
            }
        });
    }

    /** Whether the database has an audit table of pgGit's. Says nothing about its triggers: see {@link Inspection}. */
    public static boolean installed(Connection connection) {
        try {
            return Installed.in(connection).isPresent();
        } catch (SQLException e) {
            throw new CaptureException("cannot tell whether pgGit is installed: " + e.getMessage(), e);
        }
    }

    private static void requireSuperuser(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(SqlFile.beside(Footprint.class, "Footprint/current_role"));
                ResultSet row = query.executeQuery()) {
            row.next();
            if (!row.getBoolean("superuser")) {
                throw new CaptureException(
                        "role \"" + row.getString("name")
                                + "\" is no superuser: event triggers can only be made or dropped by one; connect as a superuser");
            }
        }
    }

    private static void requireIdleSlot(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(SqlFile.beside(Footprint.class, "Footprint/active_slot"));
                ResultSet row = query.executeQuery()) {
            if (row.next()) {
                throw new CaptureException("replication slot \"" + row.getString("slot_name")
                        + "\" is in use by process " + row.getInt("active_pid")
                        + ": stop \"pggit serve\" for this database, then uninstall again");
            }
        }
    }

    private static void inTransaction(Connection connection, String purpose, Work work) {
        try {
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException("the connection is in a transaction of somebody else's");
            }
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new CaptureException("cannot " + purpose + ": " + said(e), e);
        }
    }

    /** PostgreSQL's message and hint. */
    private static String said(SQLException error) {
        Optional<ServerErrorMessage> server = error instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
        return server.map(ServerErrorMessage::getMessage).orElse(error.getMessage())
                + server.map(ServerErrorMessage::getHint)
                        .map(hint -> "; " + hint)
                        .orElse("");
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
