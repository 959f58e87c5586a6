package io.pggit.serve;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.capture.footprint.Installed;
import io.pggit.runtime.journal.DatabaseIdentity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a database before an engine attaches, so that what is missing is said at once and in one line. */
final class StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
    private static final int OLDEST_SERVER = 150_000;

    private StartCheck() {}

    /**
     * Which database this is.
     *
     * @throws NotInstalledException when pgGit is not installed there
     * @throws CaptureException when the server cannot be captured as it is
     * @throws SQLException when it cannot be asked
     */
    static DatabaseIdentity run(Database database, Carrier carrier) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SqlFile.of(StartCheck.class, "server"))) {
            row.next();
            if (row.getInt("version_num") < OLDEST_SERVER) {
                throw new CaptureException("the server is PostgreSQL " + row.getString("version")
                        + "; pgGit needs PostgreSQL 15 or newer");
            }
            if (row.getBoolean("standby")) {
                throw new CaptureException(database + " is a standby; give the URL of the primary");
            }
            if (carrier.needsLogicalWal() && !row.getString("wal_level").equals("logical")) {
                throw new CaptureException("wal_level must be logical, is " + row.getString("wal_level")
                        + "; run ALTER SYSTEM SET wal_level = 'logical' and restart the server");
            }
            if (!row.getBoolean("superuser")) {
                throw new CaptureException("role " + row.getString("role")
                        + " is no superuser; pggit serve needs one, name it in the URL");
            }
            if (!row.getBoolean("installed")) {
                throw new NotInstalledException(
                        "pgGit is not installed in " + database + "; run pggit install with the same --url");
            }
            warnOfAnotherBuild(connection, database);
            return new DatabaseIdentity(
                    row.getString("system_identifier"), row.getLong("database_oid"), row.getString("database_name"));
        }
    }

    private static void warnOfAnotherBuild(Connection connection, Database database) throws SQLException {
        Optional<Installed> other = Installed.in(connection).filter(found -> !Installation.isOfThisBuild(found));
        other.ifPresent(found -> LOG.warn(
                "another build of pgGit made the functions in {}: what they ask may not be answered; {}",
                database,
                found.renewal()));
    }
}
