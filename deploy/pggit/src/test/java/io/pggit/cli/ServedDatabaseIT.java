package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.serve.Engine;
import io.pggit.serve.Engines;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a database that is installed and served. */
class ServedDatabaseIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void everyCommandTellsOfAChange() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            String ann = database.createRole("ann");
            database.run("GRANT CREATE ON SCHEMA public TO " + ann);
            String url = database.url();
            String kafka = TestServers.kafka().bootstrapServers();
            String environment = "served-" + database.name();
            CliRun.of("install", "--url", url).assertSucceeded();
            CliRun.of("install", "--url", url).assertSucceeded();

            try (PggitProcess serve = PggitProcess.start(
                    directory, "serve", "--url", url, "--data", data(), "--kafka", kafka, "--env", environment)) {
                serve.awaitOutput("ready", DEADLINE);
                database.runAs(ann, "CREATE TABLE users (id integer)", "ALTER TABLE users ADD COLUMN phone text");

                CliRun log = CliRun.of("log", "--url", url, "--json", "-n", "1");
                log.assertSucceeded();
                JsonNode commit = Json.read(log.out());
                assertEquals("ALTER TABLE public.users", commit.get("message").asText());
                assertEquals(ann, commit.get("author").asText());

                CliRun show = CliRun.of("show", "HEAD", "--url", url);
                assertTrue(show.out().contains("ADD COLUMN phone text"), show::toString);
                assertTrue(show.out().contains(commit.get("commit_id").asText()), show::toString);
                assertEquals(show.out(), CliRun.of("show", "--url", url).out());

                assertEquals(
                        List.of("(HEAD -> main) ALTER TABLE public.users", "CREATE TABLE public.users"),
                        CliRun.of("log", "--oneline", "-n", "2", "--url", url)
                                .out()
                                .lines()
                                .map(line -> line.replaceAll("^[0-9a-f]+ | ·.*", ""))
                                .toList());

                CliRun status = CliRun.of("status", "--url", url);
                assertTrue(status.out().contains("enabled"), status::toString);

                CliRun verify = CliRun.of("verify", "--url", url);
                verify.assertSucceeded();
                assertTrue(verify.out().startsWith("0 differences"), verify::toString);

                CliRun.of("doctor", "--url", url).assertSucceeded();

                Await.until(DEADLINE, () -> events(kafka, environment).contains("ALTER TABLE"));
                assertEquals(
                        2,
                        events(kafka, environment)
                                .lines()
                                .filter(line -> line.endsWith("table:public.users"))
                                .count());

                CliRun.of("log", "nonsense", "--url", url)
                        .assertFailedWith(ExitCode.FAILED, "Revision nonsense not found");
                CliRun.of("uninstall", "--url", url).assertFailedWith(ExitCode.USAGE, "--yes");
                CliRun.of("uninstall", "--yes", "--url", url).assertFailedWith(ExitCode.FAILED, "stop");

                assertEquals(143, serve.terminate());
                assertEquals("", serve.err());
            }

            CliRun.of("log", "--url", url).assertFailedWith(ExitCode.NOT_SERVED, "pggit serve");
            CliRun.of("uninstall", "--yes", "--url", url).assertSucceeded();
            CliRun.of("log", "--url", url).assertFailedWith(ExitCode.NOT_SERVED, "run pggit install");
        }
    }

    @Test
    void columnsInAnotherOrderAreToldAndNoDifference() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            String url = database.url();
            database.run("CREATE TABLE t (a integer, b integer)");
            CliRun.of("install", "--url", url).assertSucceeded();
            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                database.run(
                        "SELECT pggit.init()",
                        "ALTER TABLE t DROP COLUMN a",
                        "ALTER TABLE t ADD COLUMN a integer",
                        "SELECT pggit.checkout('main~2')");

                CliRun verify = CliRun.of("verify", "--url", url);

                verify.assertSucceeded();
                assertTrue(
                        verify.out().startsWith("  columns of table public.t stand in another order"),
                        verify::toString);
                assertTrue(verify.out().contains("\n0 differences"), verify::toString);
            }
        }
    }

    @Test
    void aChangeBehindTheTriggersIsADifference() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            String url = database.url();
            database.run("CREATE TABLE kept (id integer)", "CREATE TABLE lost (id integer)");
            CliRun.of("install", "--url", url).assertSucceeded();
            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                CliRun.of("verify", "--url", url).assertSucceeded();

                // The way of somebody with something to hide.
                database.run(
                        "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer DISABLE",
                        "ALTER EVENT TRIGGER pggit_sql_drop_2_writer DISABLE",
                        "ALTER TABLE kept ADD COLUMN secret text",
                        "DROP TABLE lost",
                        "CREATE VIEW extra AS SELECT id FROM kept");

                CliRun verify = CliRun.of("verify", "--url", url);
                assertEquals(ExitCode.FAILED.code(), verify.exitCode(), verify::toString);
                assertTrue(verify.out().contains("- table public.lost"), verify::toString);
                assertTrue(verify.out().contains("+ view public.extra"), verify::toString);
                assertTrue(verify.out().contains("columns.secret"), verify::toString);
                assertTrue(verify.out().contains("3 differences"), verify::toString);
                CliRun doctor = CliRun.of("doctor", "--url", url);
                assertEquals(ExitCode.FAILED.code(), doctor.exitCode(), doctor::toString);
            }
        }
    }

    @Test
    void aDirectoryOfAnotherDatabaseIsRefused() throws Exception {
        try (TestDatabase first = TestDatabase.on(PostgresVersion.newest());
                TestDatabase second = TestDatabase.on(PostgresVersion.newest())) {
            CliRun.of("install", "--url", first.url()).assertSucceeded();
            CliRun.of("install", "--url", second.url()).assertSucceeded();
            try (Engine engine = Engines.start(first.url(), directory.resolve("data"))) {
                assertRefused("in use", "serve", "--url", first.url(), "--data", data());
                assertRefused("another engine", "serve", "--url", first.url(), "--data", data() + "2");
            }
            assertRefused("belongs to database", "serve", "--url", second.url(), "--data", data());
        }
    }

    @Test
    void withoutInstallationOrRightsNothingIsServed() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            String ann = database.createRole("ann");

            assertRefused("run pggit install", "serve", "--no-wait", "--url", database.url(), "--data", data());
            CliRun.of("install", "--url", database.url(ann)).assertFailedWith(ExitCode.FAILED, "no superuser");
            CliRun.of("install", "--url", database.url()).assertSucceeded();
            assertRefused("no superuser", "serve", "--url", database.url(ann), "--data", data());
            CliRun.of("log", "--url", database.url(ann)).assertFailedWith(ExitCode.FAILED, "permission denied");
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private static String events(String kafka, String environment) {
        return CliRun.of("events", "--from-beginning", "--kafka", kafka, "--env", environment)
                .out();
    }

    /** Should it not be refused, it would never end. */
    private static void assertRefused(String reason, String... arguments) {
        CliRun serve = assertTimeoutPreemptively(DEADLINE, () -> CliRun.of(arguments));

        assertNotEquals(0, serve.exitCode());
        assertEquals("", serve.out());
        assertTrue(serve.err().contains(reason), serve.err());
        assertEquals(1, serve.err().lines().count(), serve.err());
        assertFalse(serve.err().contains("\tat "), serve.err());
    }
}
