package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.servers.LocalPostgres;
import io.pggit.servers.PostgresOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are set up so that they cannot be captured; containers take no such settings, so these are processes. */
@Timeout(120)
class RefusalsIT {
    @Test
    void walLevelIsNamed() throws SQLException {
        assertRefused(PostgresOptions.throwaway().set("wal_level", "replica"), "set wal_level = logical");
    }

    @Test
    void exhaustedSlotsAreNamed() throws SQLException {
        assertRefused(PostgresOptions.throwaway().set("max_replication_slots", "0"), "raise max_replication_slots");
    }

    @Test
    void exhaustedSendersAreNamed() throws SQLException {
        assertRefused(PostgresOptions.throwaway().set("max_wal_senders", "0"), "raise max_wal_senders");
    }

    private static void assertRefused(PostgresOptions options, String remedy) throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(options)) {
            try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                    Statement statement = connection.createStatement()) {
                statement.execute(SqlFile.of(CapturedDatabase.class, "install"));
            }
            Database database = new Database(server.jdbcUrl("postgres"), new Properties());

            CaptureException refusal =
                    assertThrows(CaptureException.class, () -> PgoutputStream.open(database, Resume.NOTHING));

            assertTrue(refusal.getMessage().contains(remedy), refusal.getMessage());
            assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
        }
    }
}
