package io.pggit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestServersIT {
    @Test
    void aDatabaseIsOnAServerOfItsVersionWithLogicalReplication() throws SQLException {
        PostgresVersion version = PostgresVersion.newest();
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect()) {
            assertEquals(version.major(), connection.getMetaData().getDatabaseMajorVersion());
            assertEquals("logical", ask(connection, "SHOW wal_level"));
            assertEquals(database.name(), ask(connection, "SELECT current_database()"));
        }
    }

    @Test
    void aDatabaseGoesWithItsSlotsAndRoles() throws SQLException {
        TestDatabase database = TestDatabase.on(PostgresVersion.newest());
        String role = database.createRole("dev");
        database.run("SELECT pg_create_logical_replication_slot('gone', 'pgoutput')");
        database.runAs(role, "SELECT 1");

        database.close();

        assertThrows(SQLException.class, database::connect);
        try (Connection connection = DriverManager.getConnection(
                TestServers.postgres(PostgresVersion.newest()).jdbcUrl("postgres"))) {
            assertEquals("0", ask(connection, "SELECT count(*) FROM pg_roles WHERE rolname = '" + role + "'"));
        }
    }

    @Test
    void theSharedServersAreShared() {
        assertSame(TestServers.postgres(PostgresVersion.newest()), TestServers.postgres(PostgresVersion.newest()));
        assertSame(TestServers.kafka(), TestServers.kafka());
    }

    @Test
    void theBrokerTakesTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("taken", Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();

            assertEquals(
                    1,
                    admin.describeTopics(List.of("taken")).allTopicNames().get().size());
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
