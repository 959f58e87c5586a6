package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that cannot be recorded: refused in mode strict, let go on and announced as lost in mode available. */
class OnFaultIT {
    /** Lets the audit table refuse what a writer writes of commands that say "unlucky", but not what announces its loss. */
    private static final String FAULT = "ALTER TABLE pggit.ddl_audit ADD CONSTRAINT fault"
            + " CHECK (finding IS NOT NULL OR coalesce(statement, '') !~ 'unluck[y]') NOT VALID";

    private static final String NO_ROW_AT_ALL =
            "ALTER TABLE pggit.ddl_audit ADD CONSTRAINT fault CHECK (coalesce(statement, '') !~ 'unluck[y]') NOT VALID";

    private static final String APPEND =
            "pggit.append(text, text, text, jsonb, record, text, jsonb, jsonb, jsonb, jsonb)";

    @ParameterizedTest
    @EnumSource
    void strictRefusesACommandThatCannotBeRecordedAndNothingOfItIsLeft(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run("CREATE TABLE kept (i integer, unlucky integer)", FAULT);
            long before = watched.lastSeq();
            for (String command : List.of(
                    "CREATE TABLE unlucky (i integer)",
                    "ALTER TABLE kept ALTER unlucky TYPE bigint",
                    "ALTER TABLE kept DROP unlucky",
                    "DROP TABLE kept /* unlucky */")) {
                SQLException refusal = assertThrows(SQLException.class, () -> watched.run(command), command);

                assertEquals("23514", refusal.getSQLState(), command);
            }
            assertEquals(
                    "{i,integer,unlucky,integer}",
                    watched.ask("SELECT array_agg(x) FROM pg_attribute, unnest(ARRAY[attname::text,"
                            + " format_type(atttypid, NULL)]) AS x WHERE attrelid = 'kept'::regclass AND attnum > 0"));
            assertEquals(
                    "0", watched.ask("SELECT count(*) FROM pggit.ddl_audit WHERE seq > " + before), "rows of refusals");
            assertEquals("strict", watched.ask("SELECT pggit.on_fault()"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void availableLetsEveryKindOfCommandGoOnAndARowAnnouncesWhatIsLost(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = available(version)) {
            String role = watched.database.createRole("dev");
            watched.run(
                    "CREATE TABLE kept (i integer, unlucky integer)",
                    "ALTER TABLE kept OWNER TO " + role,
                    "GRANT CREATE ON SCHEMA public TO " + role,
                    FAULT);
            long before = watched.lastSeq();

            watched.database.runAs(
                    role,
                    "CREATE TABLE unlucky (i integer)",
                    "ALTER TABLE kept ALTER unlucky TYPE bigint",
                    "CREATE INDEX CONCURRENTLY unlucky_i ON kept (i)",
                    "DROP INDEX CONCURRENTLY unlucky_i",
                    "CREATE TABLE lucky (i integer)",
                    "DROP TABLE unlucky");

            assertEquals(
                    List.of(
                            "ddl_command_end CREATE TABLE facts_lost CREATE TABLE unlucky (i integer)",
                            "table_rewrite ALTER TABLE facts_lost ALTER TABLE kept ALTER unlucky TYPE bigint",
                            "ddl_command_end ALTER TABLE facts_lost ALTER TABLE kept ALTER unlucky TYPE bigint",
                            "ddl_command_end CREATE INDEX facts_lost CREATE INDEX CONCURRENTLY unlucky_i ON kept (i)",
                            "sql_drop DROP INDEX facts_lost DROP INDEX CONCURRENTLY unlucky_i",
                            "ddl_command_end DROP INDEX facts_lost DROP INDEX CONCURRENTLY unlucky_i",
                            "ddl_command_end CREATE TABLE - CREATE TABLE lucky (i integer)",
                            "sql_drop DROP TABLE facts_lost DROP TABLE unlucky",
                            "ddl_command_end DROP TABLE facts_lost DROP TABLE unlucky"),
                    watched.database.column("SELECT concat_ws(' ', event, command_tag,"
                            + " coalesce(finding ->> 'kind', '-'), statement) FROM pggit.ddl_audit WHERE seq > "
                            + before
                            + " AND effective_role = '" + role + "' AND statement_exact ORDER BY seq"));
            assertEquals(
                    "ddl_command_end, SQLSTATE 23514: new row for relation \"ddl_audit\" violates check constraint"
                            + " \"fault\"",
                    watched.ask("SELECT finding ->> 'details' FROM pggit.ddl_audit WHERE finding IS NOT NULL"
                            + " AND event = 'ddl_command_end' LIMIT 1"));
            assertEquals(
                    role,
                    watched.ask("SELECT string_agg(DISTINCT finding ->> 'by', ',') FROM pggit.ddl_audit"
                            + " WHERE finding IS NOT NULL"));
        }
    }

    @OldestAndNewest
    void theSessionIsWarned(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = available(version)) {
            watched.run(FAULT);

            List<String> warnings = warnings(watched, "CREATE TABLE unlucky (i integer)");

            assertEquals(
                    List.of("pgGit did not record this command: ddl_command_end, SQLSTATE 23514: new row for relation"
                            + " \"ddl_audit\" violates check constraint \"fault\""),
                    warnings);
        }
    }

    /** A transactional message: one of a transaction that is rolled back would announce what never was. */
    @OldestAndNewest
    void aMessageAnnouncesTheLossAlsoWhereNoRowCanBeWritten(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = available(version)) {
            String slot = "loss_" + watched.database.name();
            watched.run("SELECT pg_create_logical_replication_slot('" + slot + "', 'test_decoding')", FAULT);
            watched.run("CREATE TABLE unlucky (i integer)");
            String announced = watched.ask("SELECT max(seq) FROM pggit.ddl_audit WHERE finding IS NOT NULL");
            watched.run("ALTER TABLE pggit.ddl_audit DROP CONSTRAINT fault", NO_ROW_AT_ALL);
            watched.run("BEGIN", "CREATE TABLE unlucky_too (i integer)", "ROLLBACK");
            watched.run("DROP TABLE unlucky");

            assertEquals(
                    List.of(
                            announced + " CREATE TABLE ddl_command_end",
                            "- DROP TABLE sql_drop",
                            "- DROP TABLE ddl_command_end"),
                    watched.database.column(
                            "SELECT concat_ws(' ', coalesce(m ->> 'seq', '-'), m #>> '{finding,object}',"
                                    + " split_part(m #>> '{finding,details}', ',', 1))"
                                    + " FROM (SELECT split_part(data, 'content:', 2)::jsonb AS m FROM"
                                    + " pg_logical_slot_get_changes('" + slot + "', NULL, NULL)"
                                    + " WHERE data LIKE '%prefix: pggit.loss,%') AS l"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void availableOutlivesAnyDamageToTheFootprint(PostgresVersion version) throws Exception {
        Map<String, String[]> damages = new LinkedHashMap<>();
        for (String function : List.of(
                "statement_of(text, text)",
                "take_actor()",
                "scrub(text)",
                "redact(text, text)",
                "session()",
                "record_attempt(text)",
                "record_sql_drop(text)",
                "record_ddl_command_end(text)",
                "record_table_rewrite(text)",
                "record_loss(text, text, text, text, text, text)",
                "footprint_version()",
                "objects_touched(text, text, text, oid[], oid[], text[])",
                "row_digest(bigint, xid8, text, text, text, text, text, jsonb, jsonb, jsonb)",
                APPEND.substring("pggit.".length()))) {
            String renamed = "gone" + function.substring(function.indexOf('('));
            damages.put(function, new String[] {
                "ALTER FUNCTION pggit." + function + " RENAME TO gone",
                "ALTER FUNCTION pggit." + renamed + " RENAME TO " + function.substring(0, function.indexOf('('))
            });
        }
        damages.put("lc_messages", new String[] {
            "REVOKE SET ON PARAMETER lc_messages FROM pggit_owner", "GRANT SET ON PARAMETER lc_messages TO pggit_owner"
        });
        damages.put("rights", new String[] {
            "REVOKE INSERT ON pggit.ddl_audit FROM pggit_owner", "GRANT INSERT ON pggit.ddl_audit TO pggit_owner"
        });
        damages.put("sequence", new String[] {
            "ALTER SEQUENCE pggit.ddl_audit_seq_seq MAXVALUE 1000000 RESTART 1000000",
            "ALTER SEQUENCE pggit.ddl_audit_seq_seq NO MAXVALUE"
        });
        damages.put("columns", new String[] {
            "ALTER TABLE pggit.ddl_audit RENAME COLUMN objects TO objects_",
            "ALTER TABLE pggit.ddl_audit RENAME COLUMN objects_ TO objects"
        });
        try (WatchedDatabase watched = available(version)) {
            watched.run("CREATE TABLE kept (i integer)");
            for (Map.Entry<String, String[]> damage : damages.entrySet()) {
                watched.run(damage.getValue()[0]);
                try {
                    watched.run(
                            "CREATE TABLE passed (i integer)",
                            "ALTER TABLE passed ALTER i TYPE bigint",
                            "CREATE INDEX CONCURRENTLY passed_i ON passed (i)",
                            "DROP INDEX CONCURRENTLY passed_i",
                            "DROP TABLE passed");
                } catch (SQLException e) {
                    throw new AssertionError("without " + damage.getKey(), e);
                } finally {
                    watched.run(damage.getValue()[1]);
                }
            }

            long before = watched.lastSeq();
            watched.run("CREATE TABLE recorded (i integer)");
            assertEquals(1, watched.rows(before).size());
        }
    }

    @OldestAndNewest
    void aLossTellsNoSecret(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = available(version)) {
            watched.run("CREATE FOREIGN DATA WRAPPER w", "CREATE SERVER s FOREIGN DATA WRAPPER w");
            String noisy =
                    "CREATE OR REPLACE FUNCTION pggit.objects_touched(tag text, script text, sent text, classes oid[],"
                            + " objects oid[], unnamed text[]) RETURNS text LANGUAGE plpgsql AS $$ BEGIN"
                            + " RAISE 'cannot understand %', script; END $$";
            watched.run(noisy);
            long before = watched.lastSeq();

            List<String> warnings = new ArrayList<>();
            for (String command : List.of(
                    "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (password 'sesame')",
                    "CREATE TABLE t (u text DEFAULT 'https://ann:sesame@host/')",
                    "DO $$ BEGIN EXECUTE 'COMMENT ON TABLE t IS ''password=sesame'''; END $$",
                    "COMMENT ON TABLE t IS 'harmless'")) {
                warnings.addAll(warnings(watched, command));
            }

            assertEquals(4, warnings.size());
            assertEquals(
                    List.of("t", "t", "t", "f"),
                    watched.database.column("SELECT finding ->> 'details' LIKE '%message withheld' FROM pggit.ddl_audit"
                            + " WHERE seq > " + before + " ORDER BY seq"));
            assertFalse(String.join("\n", warnings).contains("sesame"), warnings::toString);
            assertEquals(
                    "0",
                    watched.ask("SELECT count(*) FROM pggit.ddl_audit AS a WHERE seq > " + before
                            + " AND a::text LIKE '%sesame%'"));
        }
    }

    @OldestAndNewest
    void aCommandThatIsCancelledIsNotDone(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = available(version)) {
            watched.run(
                    "CREATE OR REPLACE FUNCTION pggit.objects_touched(tag text, script text, sent text, classes oid[],"
                            + " objects oid[], unnamed text[]) RETURNS text LANGUAGE plpgsql AS $$ BEGIN"
                            + " PERFORM pg_sleep(60) WHERE tag = 'CREATE TABLE'; END $$");
            watched.run("SET statement_timeout = '200ms'");

            SQLException cancelled =
                    assertThrows(SQLException.class, () -> watched.run("CREATE TABLE slow (i integer)"));

            assertEquals("57014", cancelled.getSQLState());
            assertEquals("t", watched.ask("SELECT to_regclass('slow') IS NULL"));
        }
    }

    @OldestAndNewest
    void theModeIsKeptWhenInstalledAgainAndRecordedWhenItChanges(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            Footprint.install(watched.connection);
            assertEquals("strict", watched.ask("SELECT pggit.on_fault()"));

            Footprint.install(watched.connection, List.of(), Optional.of(OnFault.AVAILABLE));
            Footprint.install(watched.connection);
            assertEquals("available", watched.ask("SELECT pggit.on_fault()"));
            watched.run("SELECT pggit.set_on_fault('available')", "SELECT pggit.set_on_fault('strict')");
            Footprint.install(watched.connection);

            assertEquals("strict", watched.ask("SELECT pggit.on_fault()"));
            assertEquals(
                    List.of("postgres PGGIT strict>available", "postgres PGGIT available>strict"),
                    watched.database.column("SELECT concat_ws(' ', effective_role, command_tag,"
                            + " concat(details ->> 'was', '>', details ->> 'mode')) FROM pggit.ddl_audit"
                            + " WHERE operation = 'on_fault' ORDER BY seq"));
            assertEquals(
                    "0",
                    watched.ask("SELECT count(*) FROM pggit.ddl_audit WHERE event NOT IN ('operation', 'baseline')"));
        }
    }

    @Test
    void nobodyButASuperuserChoosesTheMode() throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(PostgresVersion.newest())) {
            String mallory = watched.database.createRole("mallory");
            watched.run("ALTER DATABASE " + watched.database.name() + " SET pggit.on_fault = 'available'");
            for (String call : List.of(
                    "SELECT pggit.set_on_fault('available')",
                    "SELECT pggit.make_event_triggers('available')",
                    "CREATE TABLE x AS SELECT pggit.record_ddl_command_end('DROP TABLE')",
                    "CREATE TABLE x AS SELECT pggit.record_loss('sql_drop', 'DROP TABLE', '', '', '', '')")) {
                SQLException denied =
                        assertThrows(SQLException.class, () -> watched.database.runAs(mallory, call), call);

                assertEquals("42501", denied.getSQLState(), call);
            }
            watched.run("GRANT USAGE ON SCHEMA pggit TO " + mallory);
            watched.run("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pggit TO " + mallory);
            assertEquals(
                    "42501",
                    assertThrows(
                                    SQLException.class,
                                    () -> watched.database.runAs(mallory, "SELECT pggit.set_on_fault('available')"))
                            .getSQLState());

            Footprint.install(watched.connection);
            assertEquals("strict", watched.ask("SELECT pggit.on_fault()"), "what a database's owner sets is no choice");
        }
    }

    @OldestAndNewest
    void theInspectionTellsTheMode(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            assertTrue(inspected(watched).details().startsWith("strict: "));

            watched.run("SELECT pggit.set_on_fault('available')");
            assertEquals(Check.Result.OK, inspected(watched).result());
            assertTrue(inspected(watched).details().startsWith("available: "));

            watched.run(
                    "DROP EVENT TRIGGER pggit_sql_drop_2_writer",
                    "CREATE EVENT TRIGGER pggit_sql_drop_2_writer ON sql_drop EXECUTE FUNCTION pggit.record_sql_drop()",
                    "ALTER EVENT TRIGGER pggit_sql_drop_2_writer ENABLE ALWAYS");
            assertEquals(Check.Result.FAILED, inspected(watched).result());
        }
    }

    private static Check inspected(WatchedDatabase watched) {
        return Inspection.of(watched.connection, List.of()).stream()
                .filter(check -> check.name().equals(Inspection.ON_FAULT))
                .findFirst()
                .orElseThrow();
    }

    private static WatchedDatabase available(PostgresVersion version) throws SQLException {
        WatchedDatabase watched = new WatchedDatabase(version);
        watched.run("SELECT pggit.set_on_fault('available')");
        return watched;
    }

    private static List<String> warnings(WatchedDatabase watched, String command) throws SQLException {
        List<String> warnings = new ArrayList<>();
        try (Statement statement = watched.connection.createStatement()) {
            statement.execute(command);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                warnings.add(warning.getMessage());
            }
        }
        return warnings;
    }
}
