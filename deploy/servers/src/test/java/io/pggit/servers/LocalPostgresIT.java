package io.pggit.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
    @Test
    void runsWithLogicalReplicationAndLeavesNothing() throws SQLException {
        LocalPostgres postgres = LocalPostgres.start(PostgresOptions.throwaway());
        Path data = postgres.dataDirectory();

        String walLevel = ask(postgres, "SHOW wal_level");
        postgres.close();

        assertEquals("logical", walLevel);
        assertFalse(Files.exists(data));
        assertThrows(SQLException.class, () -> ask(postgres, "SELECT 1"));
    }

    @Test
    void committedDataSurvivesAKill() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(PostgresOptions.throwaway())) {
            run(postgres, "CREATE TABLE kept AS SELECT 42 AS n");

            postgres.kill();
            assertThrows(SQLException.class, () -> ask(postgres, "SELECT 1"));
            postgres.restart();

            assertEquals("42", ask(postgres, "SELECT n FROM kept"));
        }
    }

    @Test
    void aGivenDirectoryIsDurableAndKeptAndForOneServerOnly(@TempDir Path directory) throws SQLException {
        try (LocalPostgres first = LocalPostgres.start(PostgresOptions.durable(directory))) {
            run(first, "CREATE DATABASE shop");
            assertEquals("on", ask(first, "SHOW fsync"));

            LocalServerException refusal = assertThrows(
                    LocalServerException.class, () -> LocalPostgres.start(PostgresOptions.durable(directory)));
            assertTrue(refusal.getMessage().contains("runs already"), refusal.getMessage());
        }

        try (LocalPostgres second = LocalPostgres.start(PostgresOptions.durable(directory))) {
            assertEquals("1", ask(second, "SELECT count(*) FROM pg_database WHERE datname = 'shop'"));
        }
    }

    @Test
    void aPortInUseIsRefused() {
        try (LocalPostgres first = LocalPostgres.start(PostgresOptions.throwaway())) {
            LocalServerException refusal = assertThrows(
                    LocalServerException.class,
                    () -> LocalPostgres.start(PostgresOptions.throwaway().onPort(first.port())));

            assertTrue(refusal.getMessage().contains("port " + first.port() + " is in use"), refusal.getMessage());
        }
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
