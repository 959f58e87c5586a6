package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checkouts beside others who change the schema, and in copies of a database. */
class MoversIT {
    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void whoeverChangesTheSchemaWaitsForACheckoutAndIsRecordedOnTheNewBranch(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("SELECT pggit.create_branch('x')");
            served.begin();
            served.run("SELECT pggit.checkout('x')");
            served.as("postgres", other -> {
                other.run("SET lock_timeout = '50ms'");
                other.fails("55P03", "lock timeout", "CREATE TABLE too_soon (id integer)");
            });
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> create(served));
            try (Connection watcher = served.connect()) {
                Await.until(
                        Duration.ofSeconds(30),
                        () -> Served.one(
                                        watcher,
                                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                                .equals("1"));
            }
            served.commit();
            waiting.get();
            assertEquals("CREATE TABLE public.waited", served.one("SELECT message FROM pggit.log('x', 1)"));
            assertEquals("", served.one("SELECT string_agg(object, ',') FROM pggit.drift()"));
        }
    }

    private static void create(Served served) {
        try {
            served.as("postgres", other -> other.run("CREATE TABLE waited (id integer)"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aPlanThatWasOvertakenIsNotCompleted(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("CREATE TABLE t (id integer)", "SELECT pggit.create_branch('x')");
            served.begin();
            String plan = served.one("SELECT pggit.begin_checkout('x', false, false, 'postgres')");
            // past the lock: a row as a footprint without the API would write it
            served.as(
                    "postgres",
                    other -> other.run("INSERT INTO pggit.ddl_audit (xid, operation, event, command_tag, session_role,"
                            + " effective_role, application_name, backend_pid, backend_start, claims, transaction_at,"
                            + " statement_at, recorded_at, objects, dropped, branch, server_version, footprint_version)"
                            + " SELECT pg_current_xact_id(), operation, event, command_tag, session_role, effective_role,"
                            + " application_name, backend_pid, backend_start, claims, transaction_at, statement_at,"
                            + " recorded_at, objects, dropped, branch, server_version, footprint_version"
                            + " FROM pggit.ddl_audit WHERE event = 'ddl_command_end' LIMIT 1"));
            served.fails(
                    "40001",
                    "The schema changed while the plan was made; try again",
                    "SELECT pggit.finish_checkout('" + plan.replace("'", "''") + "')");
            served.rollback();
            assertEquals("Switched to branch 'x'", served.one("SELECT pggit.checkout('x')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whoeverCompletesACheckoutThatDidNotHappenIsRefused(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("SELECT pggit.create_branch('x')", "SELECT pggit.checkout('x')", "CREATE TABLE t (id integer)");
            served.begin();
            String plan = served.one("SELECT pggit.begin_checkout('main', false, false, 'postgres')");
            served.fails(
                    "55000",
                    "TABLE public.t (should not be there)",
                    "SELECT pggit.finish_checkout('" + plan.replace("'", "''") + "')");
            served.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aCopyOfADatabaseBeginsAHistoryOfItsOwn(PostgresVersion version) throws Exception {
        Served served = Served.started(version, data.resolve("source"));
        served.run("CREATE TABLE t (id integer)", "SELECT pggit.create_branch('x')", "SELECT pggit.checkout('x')");
        try (Served copy = served.copy(data.resolve("copy"))) {
            copy.fails("55000", "not initialised", "SELECT pggit.create_branch('y')");
            assertTrue(copy.one("SELECT pggit.init()").contains("on branch main"));
            assertEquals("1", copy.one("SELECT count(*) FROM pggit_v0.commit_graph"));
            assertEquals("main", copy.one("SELECT string_agg(name, ',') FROM pggit_v0.refs"));
            assertEquals("main", copy.one("SELECT pggit.get_current_branch()"));
            assertEquals("", copy.one("SELECT string_agg(object, ',') FROM pggit.drift()"));
            copy.run("ALTER TABLE t ADD COLUMN more text", "SELECT pggit.checkout('main~1')");
            assertEquals(
                    "1",
                    copy.one("SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0"
                            + " AND NOT attisdropped"));
            copy.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void withoutAnEngineChangesAreRefusedAtOnceAndNothingIsWritten(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            String rows = served.one("SELECT count(*) FROM pggit.ddl_audit");
            served.engine().close();
            served.run("SET pggit.engine_timeout = '200ms'");
            for (String call : new String[] {
                "pggit.init()",
                "pggit.create_branch('x')",
                "pggit.checkout('main~1')",
                "pggit.commit('m')",
                "pggit.tag('v1')"
            }) {
                served.fails("57P03", "No pgGit engine is attached", "SELECT " + call);
            }
            assertEquals(rows, served.one("SELECT count(*) FROM pggit.ddl_audit"));
        }
    }
}
