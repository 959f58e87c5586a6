package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.SecretSeeds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets are seeded in every shape we know; none may come out of the database by our hands. */
class SecretsIT {
    @ParameterizedTest
    @EnumSource
    void noSeededSecretIsInRowsMessagesOrLiveFacts(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            SecretSeeds.prepare(watched.database);
            String slot = "secrets_" + watched.database.name();
            watched.ask("SELECT pg_create_logical_replication_slot('" + slot + "', 'pgoutput')");

            List<String> secrets = SecretSeeds.plant(watched.database);

            Map<String, String> places = new LinkedHashMap<>();
            places.put("audit table", text(watched, "SELECT a::text FROM pggit.ddl_audit AS a"));
            places.put(
                    "stream",
                    text(
                            watched,
                            "SELECT encode(data, 'escape') FROM pg_logical_slot_get_binary_changes('" + slot
                                    + "', NULL, NULL, 'proto_version', '1', 'publication_names', 'pggit', 'messages', 'true')"));
            places.put("live facts", text(watched, "SELECT * FROM pggit.describe_all()"));
            List<String> found = new ArrayList<>();
            places.forEach((place, text) -> {
                assertTrue(text.contains("[redacted:"), place + " shows nothing redacted: was anything read?");
                secrets.stream().filter(text::contains).forEach(secret -> found.add(secret + " in the " + place));
            });
            System.out.println("PostgreSQL " + version.major() + ": " + found.size() + " found of " + secrets.size()
                    + " seeded secrets in " + places.keySet());
            assertEquals(List.of(), found);
            assertTrue(secrets.size() >= 40);
            SecretSeeds.clear(watched.database);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeTakenApartIsWithheld(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            assertTrue(redacted(watched, "'CREATE ROLE', 'select ''open; password x'")
                    .startsWith("[withheld"));
            assertTrue(redacted(watched, "'DO', 'password ' || repeat('''', 900000)")
                    .startsWith("[withheld"));
            assertTrue(redacted(watched, "'DO', repeat('x', 1000001)").startsWith("[withheld"));
            assertEquals(
                    "create table t (a text default 'x''; y')",
                    redacted(watched, "'CREATE TABLE', 'create table t (a text default ''x''''; y'')'"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMarkInALiveObjectIsNotTakenForWhatItStoodFor(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''password=hunter2''::text'");
            String facts = "SELECT pggit.describe('pg_proc'::regclass, 'f'::regproc)";
            String recorded = watched.ask(facts);

            String mark = watched.ask(
                    "SELECT substring('" + recorded.replace("'", "''") + "' FROM '\\[redacted:[0-9a-f]{16}\\]')");
            watched.run("CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''password=" + mark
                    + "''::text'");

            assertTrue(!recorded.equals(watched.ask(facts)), "a plan that writes marks must not prove itself");
        }
    }

    private static String redacted(WatchedDatabase watched, String arguments) throws SQLException {
        return watched.ask("SELECT content FROM pggit.redact(" + arguments + ")");
    }

    private static String text(WatchedDatabase watched, String query) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = watched.connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                text.append(row.getString(1)).append('\n');
            }
        }
        return text.toString();
    }
}
