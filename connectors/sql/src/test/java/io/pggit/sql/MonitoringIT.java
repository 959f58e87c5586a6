package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.footprint.Footprint;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alerts, figures, measurements and checks, from SQL. */
class MonitoringIT {
    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void anOrdinaryHistoryIsHealthyAndItsFiguresAddUp(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id serial PRIMARY KEY)", "ALTER TABLE users ADD COLUMN email text");

            assertEquals(
                    List.of(
                            "ENGINE|OK",
                            "CAPTURE|OK",
                            "DATA_INTEGRITY|OK",
                            "DRIFT|OK",
                            "MERGE_CONFLICTS|OK",
                            "STORAGE_HIGH|OK",
                            "LARGE_OBJECT|OK",
                            "STALE_BRANCHES|OK",
                            "INACTIVITY|OK",
                            "COMMIT_MESSAGES|OK"),
                    session.rows("SELECT alert_type, severity FROM pggit_v0.check_for_alerts()"));
            assertEquals(
                    List.of("INFO|System is well-maintained"),
                    session.rows("SELECT priority, recommendation FROM pggit_v0.get_recommendations()"));
            assertEquals(List.of(), session.rows("SELECT * FROM pggit_v0.detect_anomalies()"));
            assertEquals(
                    List.of("OK|6"),
                    session.rows("SELECT status, count(*) FROM pggit_v0.validate_data_integrity() GROUP BY status"));
            assertEquals(
                    List.of("Active Branches|1", "Recent Commits|3", "Total Objects|2"),
                    session.rows(
                            "SELECT metric, value FROM pggit_v0.get_dashboard_summary()"
                                    + " WHERE metric IN ('Total Objects', 'Active Branches', 'Recent Commits') ORDER BY metric"));
            assertEquals(
                    List.of("3|t|t|t|t"),
                    session.rows("SELECT total_commits, total_objects > 0, total_size >= largest_object_size,"
                            + " largest_object_size >= avg_object_size, deduplication_ratio > 1"
                            + " FROM pggit_v0.analyze_storage_usage()"));
            assertEquals(
                    session.rows("SELECT total_objects, total_size FROM pggit_v0.analyze_storage_usage()"),
                    session.rows("SELECT sum(count), sum(total_size) FROM pggit_v0.get_object_size_distribution()"
                            + " HAVING count(*) = 5"));
            assertEquals(
                    List.of("t|BASELINE|f", "f|STABLE|t", "f|STABLE|t", "f|STABLE|t"),
                    session.rows("SELECT period = to_char(now(), 'YYYY-MM'), growth_trend, is_projection"
                            + " FROM pggit_v0.estimate_storage_growth()"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void callsAreMeasuredUnderTheirOwnNamesAlsoAfterARestart(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id integer)");
            session.rows("SELECT * FROM pggit.log()");
            session.rows("SELECT * FROM pggit.log(1)");
            session.run("DO $$ BEGIN PERFORM count(*) FROM pggit.diff('main', 'HEAD'); END $$");
            session.rows("SELECT * FROM pggit_v0.analyze_query_performance()"); // everything before it has been noted
            session.restart();
            session.run("CREATE TABLE later (id integer)");

            List<String> measured =
                    session.rows("SELECT operation, sample_count FROM pggit_v0.analyze_query_performance()");

            assertTrue(measured.contains("log|2"), measured::toString);
            assertTrue(measured.contains("diff|1"), measured::toString);
            assertTrue(measured.contains("ddl_capture|2"), measured::toString);
            assertTrue(measured.contains("wal_to_commit|3"), measured::toString);
            assertEquals(
                    List.of(),
                    session.rows(
                            "SELECT * FROM pggit_v0.analyze_query_performance() WHERE NOT (min_duration > interval '0'"
                                    + " AND min_duration <= avg_duration AND avg_duration <= max_duration)"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void everyCallIsMeasuredOnceUnderTheNameUsersCallItBy(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id integer)");
            session.rows("SELECT * FROM pggit_v0.analyze_query_performance()"); // everything before it has been noted
            session.restart();
            session.run(
                    "SELECT pggit.create_branch('side')",
                    "SELECT pggit.checkout_branch('side')",
                    "ALTER TABLE users ADD COLUMN a integer",
                    "SELECT pggit.switch_branch('main')",
                    "ALTER TABLE users ADD COLUMN a text",
                    "SELECT pggit.merge('side')",
                    "SELECT pggit.resolve_conflict(id, 'ours') FROM pggit.conflicts WHERE NOT resolved",
                    "SELECT pggit.merge_branches('side')",
                    "SELECT pggit.tag('t')",
                    "SELECT pggit.delete_tag('t')",
                    "SELECT pggit.commit('all is well')",
                    "SELECT pggit.register_intent('a', 'f', ARRAY['DROP TABLE users'])",
                    "SELECT pggit.update_intent(id, 'abandoned') FROM pggit.list_intents()",
                    "SELECT * FROM pggit.intent_conflicts()",
                    "SELECT * FROM pggit.get_version('users')",
                    "SELECT * FROM pggit.branches",
                    "SELECT * FROM pggit_v0.refs");

            assertEquals(
                    List.of(
                            "checkout_branch|1",
                            "commit|1",
                            "create_branch|1",
                            "delete_tag|1",
                            "get_version|1",
                            "intent_conflicts|1",
                            "list_intents|1",
                            "merge|1",
                            "merge_branches|1",
                            "register_intent|1",
                            "resolve_conflict|1",
                            "switch_branch|1",
                            "tag|1",
                            "update_intent|1"),
                    session.rows("SELECT operation, sample_count FROM pggit_v0.analyze_query_performance()"
                            + " WHERE operation NOT IN ('wal_to_commit', 'ddl_capture', 'init', 'analyze_query_performance')"
                            + " ORDER BY operation COLLATE \"C\""));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aSessionThatCannotAskSaysSoAndDoesNotCallTheEngineDown(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("BEGIN ISOLATION LEVEL REPEATABLE READ");

            assertEquals(
                    List.of("ok|attached, but not asked: pgGit calls need READ COMMITTED isolation"),
                    session.rows("SELECT status, details FROM pggit.status() WHERE component = 'Engine'"));
            assertEquals(
                    List.of("INFO|unknown: pgGit calls need READ COMMITTED isolation"),
                    session.rows(
                            "SELECT severity, message FROM pggit_v0.check_for_alerts() WHERE alert_type = 'ENGINE'"));
            session.run("ROLLBACK");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void damageDriftAndOrphansAreFound(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id integer)");
            session.run(
                    "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer DISABLE",
                    "CREATE TABLE unseen (id integer)",
                    "ALTER TABLE users ADD COLUMN unseen integer");

            assertEquals(
                    List.of("UNTRACKED_OBJECT|public.unseen is live but not at HEAD"),
                    session.rows("SELECT anomaly_type, details FROM pggit_v0.detect_anomalies()"));
            assertEquals(
                    List.of("public.unseen (not at HEAD), public.users (different)"),
                    session.rows("SELECT details FROM pggit_v0.validate_data_integrity() WHERE status = 'FAILED'"));
            assertEquals(
                    List.of("CAPTURE|CRITICAL", "DRIFT|WARNING"),
                    session.rows(
                            "SELECT alert_type, severity FROM pggit_v0.check_for_alerts() WHERE severity <> 'OK'"));
            assertEquals(
                    List.of("CRITICAL", "HIGH"), session.rows("SELECT priority FROM pggit_v0.get_recommendations()"));
            damageOneBlob();
            List<String> failed = session.rows(
                    "SELECT check_name FROM pggit_v0.validate_data_integrity() WHERE status = 'FAILED' ORDER BY 1");
            assertTrue(failed.contains("TREE_ENTRIES_REFERENCE_OBJECTS"), failed::toString);
        }
    }

    /** Puts the content of one stored definition in the place of another. */
    private void damageOneBlob() throws Exception {
        List<Path> blobs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data.resolve("repository.git/objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream content = new InflaterInputStream(Files.newInputStream(file))) {
                    if (new String(content.readNBytes(4), StandardCharsets.US_ASCII).equals("blob")) {
                        blobs.add(file);
                    }
                }
            }
        }
        assertTrue(blobs.get(0).toFile().setWritable(true), "cannot be damaged");
        Files.write(blobs.get(0), Files.readAllBytes(blobs.get(1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void statusNamesWhatIsPendingAndWithoutAnEngineAlertsStillAnswer(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id integer)");

            assertEquals(
                    List.of(
                            "Tracking|enabled",
                            "Deployment Mode|inactive",
                            "Storage|ok",
                            "Recent Activity|info",
                            "Branch|main",
                            "Pending Changes|none",
                            "Uncommitted|clean",
                            "Merge|none",
                            "Engine|ok",
                            "triggers|enabled"),
                    session.rows("SELECT component, status FROM pggit.status()"));
        }
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect()) {
            Footprint.install(connection, SqlApi.statements());
            try (ResultSet row = connection
                    .createStatement()
                    .executeQuery(
                            "SELECT count(*), count(*) FILTER (WHERE severity = 'CRITICAL' AND alert_type = 'ENGINE')"
                                    + " FROM pggit_v0.check_for_alerts()")) {
                row.next();
                assertEquals(10, row.getInt(1));
                assertEquals(1, row.getInt(2));
            }
        }
    }
}
