package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.CaptureException;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Installing, installing again, removing. */
class FootprintIT {
    private static final String CATALOG_COUNTS = "SELECT concat_ws(' ', (SELECT count(*) FROM pg_class),"
            + " (SELECT count(*) FROM pg_proc), (SELECT count(*) FROM pg_type), (SELECT count(*) FROM pg_namespace),"
            + " (SELECT count(*) FROM pg_event_trigger), (SELECT count(*) FROM pg_publication),"
            + " (SELECT count(*) FROM pg_replication_slots WHERE database = current_database()),"
            + " (SELECT count(*) FROM pg_roles WHERE rolname = 'pggit_owner'),"
            + " (SELECT count(*) FROM pg_parameter_acl))";

    @ParameterizedTest
    @EnumSource
    void removalLeavesTheCatalogsAsTheyWere(PostgresVersion version) throws SQLException {
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect()) {
            Footprint.uninstall(connection); // the role, which another test's database may have left
            String before = ask(connection, CATALOG_COUNTS);
            Footprint.install(connection);
            run(
                    connection,
                    "SELECT pg_create_logical_replication_slot('pggit_' || oid, 'pgoutput')"
                            + " FROM pg_database WHERE datname = current_database()");
            assertTrue(Footprint.installed(connection));

            Footprint.uninstall(connection);

            assertFalse(Footprint.installed(connection));
            assertEquals(before, ask(connection, CATALOG_COUNTS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void installingTwiceChangesNothing(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run("CREATE TABLE kept (i integer)");
            String before = watched.ask(CATALOG_COUNTS);
            long rows = watched.rows().size();

            Footprint.install(watched.connection);

            assertEquals(before, watched.ask(CATALOG_COUNTS));
            assertEquals(rows, watched.rows().size());
            watched.run("DROP TABLE kept");
            assertEquals(rows + 2, watched.rows().size());
        }
    }

    @Test
    void theRoleStaysWhereAnotherDatabaseUsesIt() throws SQLException {
        try (WatchedDatabase other = new WatchedDatabase(PostgresVersion.newest());
                WatchedDatabase watched = new WatchedDatabase(PostgresVersion.newest())) {
            Footprint.uninstall(watched.connection);

            other.run("CREATE TABLE still_recorded ()");
            assertEquals(
                    "CREATE TABLE", other.rows().get(other.rows().size() - 1).tag());
        }
    }

    @Test
    void whatIsThereIsTheBaseline() throws SQLException {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            database.run("CREATE TABLE before (i integer)", "CREATE VIEW seen AS SELECT i FROM before");
            try (Connection connection = database.connect()) {
                Footprint.install(connection);

                assertEquals(
                        List.of("baseline schema public", "baseline table before", "baseline view seen"),
                        list(
                                connection,
                                "SELECT event || ' ' || (objects -> 0 ->> 'kind') || ' '"
                                        + " || (objects -> 0 ->> 'name') FROM pggit.ddl_audit ORDER BY seq"));
            }
        }
    }

    @Test
    void anOrdinaryRoleCannotInstall() throws SQLException {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                Connection connection = database.connect(database.createRole("plain"))) {
            CaptureException refusal = assertThrows(CaptureException.class, () -> Footprint.install(connection));

            assertTrue(refusal.getMessage().contains("is no superuser"), refusal.getMessage());
            assertFalse(Footprint.installed(connection));
        }
    }

    @Test
    void everyRowCarriesTheVersion() throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(PostgresVersion.newest())) {
            assertEquals(
                    Footprint.VERSION,
                    watched.ask("SELECT string_agg(DISTINCT footprint_version, ',') FROM pggit.ddl_audit"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseMayCallAnythingAndEveryPathIsPinned(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            assertEquals(
                    // they give and take rights of PostgreSQL's own, which only a superuser can
                    List.of("retake_rights", "return_rights"),
                    list(
                            watched.connection,
                            "SELECT proname FROM pg_proc WHERE pronamespace = 'pggit'::regnamespace AND"
                                    + " pg_get_userbyid(proowner) <> 'pggit_owner' ORDER BY 1"));
            assertEquals(
                    List.of(),
                    list(
                            watched.connection,
                            "SELECT proname FROM pg_proc WHERE pronamespace = 'pggit'::regnamespace AND"
                                    + " (proacl IS NULL OR proacl::text ~ '[{,]=') ORDER BY 1"));
            assertEquals(
                    // the first and the last run as the caller; the others become part of what calls them
                    List.of(
                            "actor",
                            "claims",
                            "head_of",
                            "in_extension_script",
                            "may_hold_secret",
                            "redact_facts",
                            "row_digest",
                            "scrub",
                            "session",
                            "suspicious",
                            "try_actor"),
                    list(
                            watched.connection,
                            "SELECT proname FROM pg_proc WHERE pronamespace = 'pggit'::regnamespace"
                                    + " AND NOT coalesce(proconfig @> '{\"search_path=pg_catalog, pg_temp\"}', false) ORDER BY 1"));
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        return list(connection, query).get(0);
    }

    private static List<String> list(Connection connection, String query) throws SQLException {
        List<String> list = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                list.add(row.getString(1));
            }
        }
        return list;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
