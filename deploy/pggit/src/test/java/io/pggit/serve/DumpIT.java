package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.footprint.Check;
import io.pggit.runtime.journal.Journal;
import io.pggit.serve.Installation.Scope;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A captured database goes through {@code pg_dump} into another one. Takes {@code pg_dump} and {@code psql} from the PATH: a dump
 * can be restored on a server that is not older than the program that made it.
 */
class DumpIT {
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void aRestoredDumpIsANewIncarnationThatGoesOn() throws Exception {
        for (PostgresVersion version : targets("restored dumps")) {
            try (TestDatabase source = TestDatabase.on(PostgresVersion.oldest());
                    TestDatabase target = TestDatabase.on(version)) {
                try (Connection connection = source.connect()) {
                    Installation.install(connection);
                }
                Path data = directory.resolve("from-" + source.name());
                fill(source);
                try (Engine engine = Engines.start(source.url(), data)) {
                    source.run("SELECT pggit.init()");
                    awaitLog(source, "dumped");
                }
                UUID before = incarnation(data);

                restore(source, target);
                try (Connection connection = target.connect()) {
                    Installation.install(connection);
                }

                try (Engine engine = Engines.start(target.url(), data)) {
                    target.run("SELECT pggit.init()", "CREATE TABLE after_the_restore (id integer)");
                    awaitLog(target, "after_the_restore");
                    assertTrue(one(
                                    target,
                                    "SELECT string_agg(finding ->> 'details', '') FROM pggit.ddl_audit"
                                            + " WHERE finding ->> 'kind' = 'incarnation_began'")
                            .contains("is a copy of"));
                    assertEquals(List.of(), notOk(target));
                    assertTrue(Cli.run("verify", "--url", target.url()).contains("0 differences"));
                }
                assertTrue(!before.equals(incarnation(data)), "event ids of source and copy differ");
                assertTrue(Cli.git(
                                "--git-dir",
                                data.resolve("incarnations/" + before + "/repository.git")
                                        .toString(),
                                "log",
                                "--format=%s",
                                "main")
                        .contains("dumped"));
            }
        }
    }

    /** Of an extension a dump has nothing but its name: the copy has a record of its own, of what the restoring made. */
    @Test
    void aDumpWithTheExtensionRecordsWhatItRestores() throws Exception {
        for (PostgresVersion version : targets("restored dumps with the extension")) {
            try (TestDatabase source = TestDatabase.on(PostgresVersion.oldest());
                    TestDatabase target = TestDatabase.on(version)) {
                for (TestDatabase database : List.of(source, target)) {
                    try (Connection connection = database.connect()) {
                        Installation.writeExtension(connection, Scope.FULL);
                    }
                }
                source.run("CREATE EXTENSION pggit CASCADE");
                fill(source);

                restore(source, target);

                assertEquals(
                        "CREATE INDEX,CREATE MATERIALIZED VIEW,CREATE TABLE,CREATE VIEW",
                        one(
                                target,
                                "SELECT string_agg(DISTINCT command_tag, ',' ORDER BY command_tag) FROM pggit.ddl_audit"
                                        + " WHERE command_tag LIKE 'CREATE %' AND objects::text LIKE '%dumped%'"));
                assertEquals(List.of("slot"), notOk(target));
            }
        }
    }

    private static List<PostgresVersion> targets(String what) {
        OptionalInt program = Cli.pgDumpMajor();
        List<PostgresVersion> targets = Stream.of(PostgresVersion.oldest(), PostgresVersion.newest())
                .filter(version -> program.isPresent() && version.major() >= program.getAsInt())
                .toList();
        System.out.println(what + ": " + targets.size() + " of 2 cases; pg_dump on the PATH: "
                + (program.isPresent() ? program.getAsInt() : "none"));
        return targets;
    }

    private static void fill(TestDatabase database) throws SQLException {
        database.run(
                "CREATE TABLE dumped (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE)",
                "CREATE INDEX dumped_name ON dumped (lower(name))",
                "CREATE VIEW dumped_names AS SELECT name FROM dumped",
                "CREATE MATERIALIZED VIEW dumped_count AS SELECT count(*) FROM dumped",
                "COMMENT ON TABLE dumped IS 'comes along'");
    }

    /** Roles are the server's: pg_dumpall brings them. */
    private void restore(TestDatabase source, TestDatabase target) throws Exception {
        Path dump = directory.resolve(target.name() + ".sql");
        Cli.command(
                Stream.concat(Stream.of("pg_dump", "--file", dump.toString()), login(source.server(), source.name()))
                        .toList());
        target.run("DO $$ DECLARE role text; BEGIN"
                + " FOREACH role IN ARRAY '{pggit_owner,pggit_reader,pggit_developer,pggit_admin}'::text[] LOOP"
                + " IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN EXECUTE 'CREATE ROLE ' || role; END IF;"
                + " END LOOP; END $$;"
                + " GRANT SET ON PARAMETER lc_messages TO pggit_owner; GRANT pg_read_all_stats TO pggit_owner");
        Cli.command(Stream.concat(
                        Stream.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "--file", dump.toString()),
                        login(target.server(), target.name()))
                .toList());
    }

    private static Stream<String> login(PostgresServer server, String database) {
        return Stream.of("-h", server.host(), "-p", String.valueOf(server.port()), "-U", "postgres", "-d", database);
    }

    private static UUID incarnation(Path data) {
        try (Journal journal = Journal.open(data, new SimpleMeterRegistry())) {
            return journal.incarnation();
        }
    }

    /** What the doctor finds, beyond a server that sets no limit to what slots keep. */
    private static List<String> notOk(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Installation.inspect(connection).stream()
                    .filter(check -> check.result() != Check.Result.OK)
                    .map(Check::name)
                    .filter(name -> !name.equals("max_slot_wal_keep_size"))
                    .toList();
        }
    }

    private static void awaitLog(TestDatabase database, String text) {
        Await.until(
                DEADLINE,
                () -> one(database, "SELECT string_agg(l::text, '') FROM pggit.log() AS l")
                        .contains(text));
    }

    /** First column of the first row; what the server says when it refuses. */
    private static String one(TestDatabase database, String query) {
        try {
            return String.valueOf(database.one(query));
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
