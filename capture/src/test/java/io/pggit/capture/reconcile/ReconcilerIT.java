package io.pggit.capture.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.Database;
import io.pggit.capture.footprint.Footprint;
import io.pggit.core.audit.Finding;
import io.pggit.testkit.Await;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way round the event triggers that we know, on servers of their own: it changes them. */
class ReconcilerIT {
    private static final Map<PostgresVersion, PostgresServer> SERVERS = new EnumMap<>(PostgresVersion.class);

    @AfterAll
    static void stopServers() {
        SERVERS.values().forEach(PostgresServer::close);
    }

    /** With {@code -Dpggit.versions=all} on each version; takes the longest of all tests here. */
    private static List<PostgresVersion> matrix() {
        return "all".equals(System.getProperty("pggit.versions"))
                ? PostgresVersion.supported()
                : List.of(PostgresVersion.newest());
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyBypassIsFoundAndRecordedOnce(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            watched.run(
                    "CREATE TABLE kept (i int, note text)",
                    "CREATE FUNCTION kept_f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE TABLE lost (i int)",
                    "CREATE ROLE other_" + watched.database.name());
            watched.settle();
            List<String> missed = new ArrayList<>();
            long slowest = 0;
            int total = 0;
            for (Map.Entry<String, String[]> bypass :
                    bypasses(version, watched.database.name()).entrySet()) {
                total++;
                String expected = bypass.getValue()[0];
                for (int i = 1; i < bypass.getValue().length; i++) {
                    watched.run(bypass.getValue()[i]);
                }

                long begun = System.nanoTime();
                List<Finding> found = new ArrayList<>();
                try {
                    Await.until(Duration.ofSeconds(10), () -> {
                        found.addAll(watched.reconciler.run());
                        return found.stream().anyMatch(finding -> finding.kind().equals(expected));
                    });
                    slowest = Math.max(slowest, System.nanoTime() - begun);
                } catch (AssertionError e) {
                    missed.add(bypass.getKey() + ": found " + found);
                }
                watched.settle();
            }
            System.out.println("PostgreSQL " + version.major() + ": " + (total - missed.size()) + " found of " + total
                    + " bypasses, " + slowest / 1_000_000 + " ms for the slowest round; interval "
                    + Reconciler.INTERVAL.toSeconds() + " s");
            assertEquals(List.of(), missed);
        }
    }

    /** Name of the bypass, to: kind of the finding, then the statements. */
    private static Map<String, String[]> bypasses(PostgresVersion version, String name) {
        String off = "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer ";
        String role = "other_" + name;
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put("trigger disabled", new String[] {"trigger_disabled", off + "DISABLE"});
        all.put("table made meanwhile", new String[] {"object_created", "CREATE TABLE sneaked (i int)"});
        all.put("column added meanwhile", new String[] {"object_changed", "ALTER TABLE kept ADD COLUMN sneaky int"});
        all.put("function changed meanwhile", new String[] {
            "object_changed", "CREATE OR REPLACE FUNCTION kept_f() RETURNS int LANGUAGE sql AS 'SELECT 2'"
        });
        all.put("trigger enabled again", new String[] {"trigger_altered", off + "ENABLE ALWAYS"});
        all.put("dropped with both triggers off", new String[] {
            "object_dropped",
            "ALTER EVENT TRIGGER pggit_sql_drop_2_writer DISABLE",
            off + "DISABLE",
            "DROP TABLE lost",
            off + "ENABLE ALWAYS",
            "ALTER EVENT TRIGGER pggit_sql_drop_2_writer ENABLE ALWAYS"
        });
        all.put("trigger not ALWAYS", new String[] {"trigger_disabled", off + "ENABLE"});
        all.put("replica role, trigger not ALWAYS", new String[] {
            "object_created",
            "SET session_replication_role = replica",
            "CREATE TABLE replicated (i int)",
            "RESET session_replication_role",
            off + "ENABLE ALWAYS"
        });
        all.put("catalog edited by hand", new String[] {
            "object_changed",
            "SET allow_system_table_mods = on",
            "UPDATE pg_class SET relname = 'renamed_by_hand' WHERE relname = 'sneaked'",
            "RESET allow_system_table_mods"
        });
        all.put("trigger disabled in the catalog", new String[] {
            "trigger_disabled", "UPDATE pg_event_trigger SET evtenabled = 'D' WHERE evtname = 'pggit_sql_drop_1_actor'"
        });
        all.put("and enabled there", new String[] {
            "trigger_altered", "UPDATE pg_event_trigger SET evtenabled = 'A' WHERE evtname = 'pggit_sql_drop_1_actor'"
        });
        if (version.major() >= 17) {
            all.put("event_triggers off", new String[] {
                "object_created", "SET event_triggers = off", "CREATE TABLE silent (i int)", "RESET event_triggers"
            });
            all.put(
                    "event_triggers off for a role",
                    new String[] {"triggers_silenced", "ALTER ROLE " + role + " SET event_triggers = off"});
            all.put("and reset", new String[] {"shared_dropped", "ALTER ROLE " + role + " RESET event_triggers"});
        }
        all.put(
                "session_replication_role for a role",
                new String[] {"triggers_silenced", "ALTER ROLE " + role + " SET session_replication_role = replica"});
        all.put("tablespace made", new String[] {
            "shared_created", "SET allow_in_place_tablespaces = on", "CREATE TABLESPACE place_" + name + " LOCATION ''"
        });
        all.put("comment on a role", new String[] {"shared_changed", "COMMENT ON ROLE " + role + " IS 'sneaky'"});
        all.put("database granted", new String[] {"shared_changed", "GRANT CREATE ON DATABASE " + name + " TO " + role
        });
        all.put("database altered", new String[] {"shared_changed", "ALTER DATABASE " + name + " CONNECTION LIMIT 90"});
        all.put(
                "trigger dropped",
                new String[] {"trigger_dropped", "DROP EVENT TRIGGER pggit_ddl_command_start_2_attempt"});
        all.put("another trigger of that name", new String[] {
            "trigger_disabled",
            "CREATE EVENT TRIGGER pggit_ddl_command_start_2_attempt ON ddl_command_start EXECUTE FUNCTION pggit.actor()"
        });
        all.put("function of the footprint changed", new String[] {
            "function_altered",
            "CREATE OR REPLACE FUNCTION pggit.is_head_of(tag text, head text, code text) RETURNS boolean"
                    + " LANGUAGE sql IMMUTABLE AS 'SELECT false'"
        });
        all.put(
                "function of the footprint granted",
                new String[] {"function_altered", "GRANT EXECUTE ON FUNCTION pggit.scrub(text) TO PUBLIC"});
        all.put(
                "function added",
                new String[] {"function_added", "CREATE FUNCTION pggit.more() RETURNS int LANGUAGE sql AS 'SELECT 1'"});
        all.put(
                "publication altered",
                new String[] {"publication_altered", "ALTER PUBLICATION pggit SET (publish = 'insert')"});
        all.put("audit rows updated", new String[] {
            "audit_rows_updated", "UPDATE pggit.ddl_audit SET command_tag = 'NOTHING' WHERE event = 'baseline'"
        });
        all.put("audit rows deleted", new String[] {
            "audit_rows_removed", "DELETE FROM pggit.ddl_audit WHERE statement LIKE 'CREATE TABLE kept%'"
        });
        all.put(
                "replica identity",
                new String[] {"protection_lifted", "ALTER TABLE pggit.ddl_audit REPLICA IDENTITY FULL"});
        all.put(
                "protection against TRUNCATE",
                new String[] {"protection_lifted", "ALTER TABLE pggit.ddl_audit DISABLE TRIGGER refuse_truncate"});
        all.put("audit table truncated", new String[] {"audit_rows_removed", "TRUNCATE pggit.ddl_audit"});
        all.put("publication dropped", new String[] {"publication_dropped", "DROP PUBLICATION pggit"});
        all.put("owner of the footprint", new String[] {"role_altered", "ALTER ROLE pggit_owner LOGIN"});
        all.put("owner has members", new String[] {"role_altered", "GRANT pggit_owner TO " + role});
        all.put("messages for everybody", new String[] {
            "right_granted",
            "DO $$ BEGIN EXECUTE (SELECT 'GRANT EXECUTE ON FUNCTION ' || min(oid::regprocedure::text) || ' TO PUBLIC'"
                    + " FROM pg_proc WHERE proname = 'pg_logical_emit_message'); END $$"
        });
        all.put("role made", new String[] {"shared_created", "CREATE ROLE more_" + name});
        all.put("role altered", new String[] {"shared_changed", "ALTER ROLE more_" + name + " PASSWORD 'x'"});
        all.put("role granted", new String[] {"shared_created", "GRANT " + role + " TO more_" + name});
        all.put("role dropped", new String[] {"shared_dropped", "DROP ROLE more_" + name});
        all.put("database settings", new String[] {"shared_created", "ALTER DATABASE " + name + " SET work_mem = '5MB'"
        });
        all.put("parameter granted", new String[] {"shared_created", "GRANT SET ON PARAMETER log_statement TO " + role
        });
        all.put("server setting", new String[] {"shared_created", "ALTER SYSTEM SET work_mem = '6MB'"});
        all.put("database made", new String[] {"shared_created", "CREATE DATABASE d_" + name});
        all.put(
                "owners reassigned",
                new String[] {"object_changed", "REASSIGN OWNED BY postgres_owned_" + name + " TO " + role});
        return all;
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void ordinaryWorkRaisesNoAlarm(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            List<Finding> found = new ArrayList<>(watched.reconciler.run());
            found.addAll(watched.reconciler.run());

            watched.run(
                    "CREATE TABLE t (i int PRIMARY KEY, j int)",
                    "INSERT INTO t SELECT i, i FROM generate_series(1, 100) AS i",
                    "CREATE INDEX CONCURRENTLY tj ON t (j)",
                    "BEGIN",
                    "SAVEPOINT a",
                    "CREATE TABLE in_savepoint (i int)",
                    "RELEASE a",
                    "SAVEPOINT b",
                    "CREATE TABLE undone (i int)",
                    "ROLLBACK TO b",
                    "COMMIT",
                    "DO $$ BEGIN BEGIN CREATE TABLE in_block (i int); EXCEPTION WHEN OTHERS THEN NULL; END; END $$");
            found.addAll(watched.reconciler.run());
            watched.run(
                    "REINDEX TABLE t",
                    "CLUSTER t USING tj",
                    "VACUUM FULL t",
                    "VACUUM FULL pggit.ddl_audit",
                    "ANALYZE",
                    "VACUUM FREEZE",
                    "TRUNCATE t",
                    "CREATE TEMP TABLE temporary (i int)",
                    "DROP INDEX CONCURRENTLY tj",
                    "CREATE MATERIALIZED VIEW m AS SELECT 1 AS a",
                    "REFRESH MATERIALIZED VIEW m");
            found.addAll(watched.reconciler.run());
            found.addAll(watched.reconciler.run());

            assertEquals(List.of(), found);
        }
    }

    @OldestAndNewest
    void anIndexThatFailedHalfWayIsFound(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            watched.run("CREATE TABLE doubled (i int)", "INSERT INTO doubled VALUES (1), (1)");
            watched.settle();
            assertThrows(
                    SQLException.class, () -> watched.run("CREATE UNIQUE INDEX CONCURRENTLY doubled_i ON doubled (i)"));

            List<Finding> found = watched.reconciler.run();

            assertEquals(
                    List.of("object_changed table public.doubled"),
                    found.stream()
                            .map(finding -> finding.kind() + " " + finding.object())
                            .toList());
            assertEquals(
                    "false",
                    watched.ask("SELECT objects #>> '{0,facts,indexes,doubled_i,valid}' FROM pggit.ddl_audit"
                            + " WHERE finding ->> 'object' = 'table public.doubled'"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whatIsFoundIsDatedAndHealsTheRecord(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            watched.run("CREATE TABLE kept (i int)");
            watched.settle();
            watched.run(
                    "BEGIN",
                    "CREATE TABLE honest (i int)",
                    "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer DISABLE",
                    "ALTER TABLE kept ADD COLUMN sneaky int",
                    "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer ENABLE ALWAYS",
                    "COMMIT");

            List<Finding> found = watched.reconciler.run();
            List<Finding> again = watched.reconciler.run();

            Finding changed = found.stream()
                    .filter(finding -> finding.kind().equals("object_changed"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("table public.kept", changed.object());
            assertTrue(changed.since().isPresent(), "commit time is known");
            assertEquals("postgres", changed.by().orElse("nobody"));
            assertEquals(List.of(), again);
            assertEquals(
                    "reconcile|reconcile|detected|t",
                    watched.ask("SELECT concat_ws('|', operation, event, objects -> 0 ->> 'cause',"
                            + " objects -> 0 -> 'facts' -> 'columns' ? 'sneaky') FROM pggit.ddl_audit"
                            + " WHERE finding ->> 'kind' = 'object_changed'"));
        }
    }

    @OldestAndNewest
    void aModeThatWasChosenIsNoAlarmAndOneThatWasSmuggledInIs(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            watched.run(
                    "SELECT pggit.set_on_fault('available')",
                    "SELECT pggit.set_on_fault('strict')",
                    "SELECT pggit.set_on_fault('available')");
            List<Finding> chosen = watched.reconciler.run();
            watched.run("SELECT pggit.set_on_fault('strict')", "SELECT pggit.make_event_triggers('available')");

            List<Finding> smuggled = watched.reconciler.run();

            assertEquals(List.of(), chosen);
            assertEquals(
                    List.of("pggit.record_sql_drop", "pggit.try_record"),
                    smuggled.stream()
                            .filter(finding -> finding.kind().equals("trigger_altered"))
                            .filter(finding -> finding.object().equals("event trigger pggit_sql_drop_2_writer"))
                            .flatMap(finding -> Pattern.compile("pggit\\.\\w+")
                                    .matcher(finding.details())
                                    .results())
                            .map(MatchResult::group)
                            .toList());
            assertEquals(8, smuggled.size());
        }
    }

    /** What somebody changed before is not passed off as chosen. */
    @OldestAndNewest
    void choosingAModeHidesNoTampering(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            watched.run(
                    "GRANT EXECUTE ON FUNCTION pggit.scrub(text) TO PUBLIC", "SELECT pggit.set_on_fault('available')");

            assertEquals(List.of("function_altered function pggit.scrub(text)"), named(watched.reconciler.run()));
        }
    }

    /** What pg_upgrade and a restored dump do to the catalogs: the same definitions in other rows, in another place. */
    @OldestAndNewest
    void aFootprintThatMovedIsComparedByItsDefinitions(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            String move = "UPDATE pggit.manifest SET state = CASE kind WHEN 'place' THEN"
                    + " jsonb_set(state, '{system_identifier}', '\"1\"') WHEN 'event_trigger' THEN"
                    + " jsonb_set(state, '{version}', '\"1\"') WHEN 'publication' THEN"
                    + " jsonb_set(state, '{tables,0,3}', '\"1\"') WHEN 'table' THEN CASE name WHEN 'pggit.ddl_audit' THEN"
                    + " jsonb_set(state, '{triggers,refuse_truncate,2}', '\"1\"') ELSE state END ELSE state END";
            watched.run(move);
            List<Finding> moved = watched.reconciler.run();
            watched.run(
                    "ALTER EVENT TRIGGER pggit_sql_drop_1_actor DISABLE",
                    "ALTER EVENT TRIGGER pggit_sql_drop_1_actor ENABLE ALWAYS");
            List<Finding> touched = watched.reconciler.run();
            watched.run(move, "GRANT EXECUTE ON FUNCTION pggit.scrub(text) TO PUBLIC");
            List<Finding> changed = watched.reconciler.run();

            assertEquals(List.of(), moved);
            assertEquals(List.of("trigger_altered event trigger pggit_sql_drop_1_actor"), named(touched));
            assertEquals(List.of("function_altered function pggit.scrub(text)"), named(changed));
            assertEquals(List.of(), watched.reconciler.run(), "recorded once");
        }
    }

    private static List<String> named(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.kind() + " " + finding.object())
                .toList();
    }

    @OldestAndNewest
    void whatWasLostIsFoundAndDoneByWhoeverTheMarkerNames(PostgresVersion version) throws Exception {
        try (Watched watched = new Watched(version)) {
            String role = watched.database.createRole("dev");
            watched.run(
                    "SELECT pggit.set_on_fault('available')",
                    "GRANT CREATE ON SCHEMA public TO " + role,
                    "CREATE TABLE kept (i integer)",
                    "CREATE TABLE dropped (i integer)",
                    "ALTER TABLE kept OWNER TO " + role,
                    "ALTER TABLE dropped OWNER TO " + role);
            watched.settle();
            watched.run("ALTER TABLE pggit.ddl_audit ADD CONSTRAINT fault"
                    + " CHECK (finding IS NOT NULL OR statement !~ 'unluck[y]') NOT VALID");
            watched.database.runAs(
                    role,
                    "CREATE TABLE made (i integer) /* unlucky */",
                    "ALTER TABLE kept ADD COLUMN unlucky text",
                    "DROP TABLE dropped /* unlucky */");
            watched.run("ALTER TABLE pggit.ddl_audit DROP CONSTRAINT fault");

            List<Finding> found = watched.reconciler.run();
            List<Finding> again = watched.reconciler.run();

            assertEquals(
                    List.of(
                            "object_changed table public.kept by " + role,
                            "object_created table public.made by " + role,
                            "object_dropped table public.dropped by nobody"),
                    found.stream()
                            .map(finding -> finding.kind() + " " + finding.object() + " by "
                                    + finding.by().orElse("nobody"))
                            .sorted()
                            .toList());
            assertEquals(List.of(), again);
        }
    }

    /** A database on a server that keeps commit times, watched by a reconciler. */
    private static final class Watched implements AutoCloseable {
        final TestDatabase database;
        final Connection connection;
        final Reconciler reconciler;

        Watched(PostgresVersion version) throws SQLException {
            database = TestDatabase.on(server(version));
            connection = database.connect();
            Footprint.install(connection);
            run("CREATE ROLE postgres_owned_" + database.name());
            run("CREATE SCHEMA owned AUTHORIZATION postgres_owned_" + database.name());
            reconciler = new Reconciler(
                    new Database(database.url(), new Properties()), new FoldedTable(database), Memory.ofProcess());
            reconciler.run();
        }

        /** One for each version and the whole class: it has to be started twice. */
        private static synchronized PostgresServer server(PostgresVersion version) throws SQLException {
            if (!SERVERS.containsKey(version)) {
                PostgresServer server = TestServers.ownPostgres(version);
                SERVERS.put(version, server);
                try (Connection maintenance = DriverManager.getConnection(server.jdbcUrl("postgres"));
                        Statement statement = maintenance.createStatement()) {
                    statement.execute("ALTER SYSTEM SET track_commit_timestamp = on");
                    statement.execute("CHECKPOINT");
                }
                server.kill();
                server.restart();
            }
            return SERVERS.get(version);
        }

        void run(String... statements) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        String ask(String query) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }

        /** Until a round finds nothing: counters of the server arrive late. */
        void settle() {
            Await.until(Duration.ofSeconds(10), () -> reconciler.run().isEmpty());
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
