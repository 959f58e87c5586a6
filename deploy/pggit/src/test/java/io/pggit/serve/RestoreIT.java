package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditRow;
import io.pggit.runtime.journal.DatabaseIdentity;
import io.pggit.runtime.journal.Journal;
import io.pggit.servers.LocalPostgres;
import io.pggit.servers.PostgresOptions;
import io.pggit.testkit.Await;
import io.pggit.testkit.BaseBackup;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that comes back from a backup, from a dump, or through an upgrade. */
class RestoreIT {
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void aServerThatWasRecoveredToAPointInTimeBeginsANewIncarnation() throws Exception {
        Path archive = Files.createDirectory(directory.resolve("archive"));
        PostgresOptions options = PostgresOptions.throwaway()
                .set("archive_mode", "on")
                .set("archive_command", "cp \"%p\" \"" + archive + "/%f\"");
        UUID before;
        List<AuditRow> undone;
        Path copy = Files.createDirectory(directory.resolve("copy"));
        try (LocalPostgres server = LocalPostgres.start(options)) {
            String url = server.jdbcUrl("postgres");
            install(url);
            BaseBackup.take(server, copy, BaseBackup.Becomes.RECOVERED);
            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                execute(url, "CREATE TABLE kept (id integer)", "SELECT pg_create_restore_point('before_the_accident')");
                // A sequence that is recovered goes on up to 32 numbers later.
                execute(
                        url,
                        "DROP TABLE kept",
                        "DO $$ BEGIN FOR i IN 1..40 LOOP EXECUTE 'CREATE TABLE undone_' || i || ' ()'; END LOOP; END $$");
                awaitLog(url, "undone_40");
            }
            before = incarnation();
            undone = journaled();
            execute(url, "SELECT pg_switch_wal()");
            Await.until(
                    DEADLINE,
                    () -> one(
                                    url,
                                    "SELECT last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 1) FROM pg_stat_archiver")
                            .equals("t"));
        }

        PostgresOptions recovering = PostgresOptions.throwaway()
                .set("restore_command", "cp \"" + archive + "/%f\" \"%p\"")
                .set("recovery_target_name", "before_the_accident")
                .set("recovery_target_action", "promote");
        try (LocalPostgres server = LocalPostgres.start(new PostgresOptions(
                recovering.binaries(),
                Optional.of(copy),
                recovering.port(),
                recovering.durability(),
                recovering.settings()))) {
            String url = server.jdbcUrl("postgres");
            Await.until(DEADLINE, () -> one(url, "SELECT pg_is_in_recovery()").equals("f"));
            execute(url, "CREATE TABLE instead (id integer)", "CREATE TABLE and_more (id integer)");
            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                awaitLog(url, "and_more");
                Await.until(DEADLINE, () -> one(url, BEGAN).matches(".*(FORKED|EARLIER).*"));
                assertTrue(engine.awaitProjections(DEADLINE));
            }

            assertNotEquals(before, incarnation(), "event ids of the two pasts differ");
            assertTrue(
                    journaled().stream()
                            .anyMatch(row -> undone.stream()
                                    .anyMatch(other -> other.seq() == row.seq()
                                            && !other.statement().equals(row.statement()))),
                    "numbers are used again");
            assertEquals(recorded(url), journaled().stream().map(AuditRow::seq).toList());
            assertTrue(pastLog(before).contains("undone"));
        }
    }

    private static final String BEGAN = "SELECT coalesce(string_agg(finding::text, ''), '') FROM pggit.ddl_audit"
            + " WHERE finding ->> 'kind' = 'incarnation_began'";

    /** What pg_upgrade makes of a cluster is, for an engine, the same database under another number of the cluster. */
    @Test
    void anUpgradedClusterGoesOnWithItsHistory() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            String url = database.url();
            install(url);
            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                execute(url, "SELECT pggit.init()", "SELECT pggit.create_branch('feature')");
                execute(url, "CREATE TABLE before_the_upgrade (id integer)");
                awaitLog(url, "before_the_upgrade");
            }
            UUID before = incarnation();
            try (Journal journal = open(directory.resolve("data"))) {
                DatabaseIdentity now = journal.database().orElseThrow();
                String origin = journal.origin().orElseThrow();
                journal.rebind(new DatabaseIdentity("1", now.databaseOid(), now.databaseName()));
                journal.saveOrigin("1" + origin.substring(origin.indexOf('/')));
            }
            execute(url, "UPDATE pggit.incarnation SET system_identifier = 1");

            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                execute(url, "SELECT pggit.init()", "CREATE TABLE after_the_upgrade (id integer)");
                awaitLog(url, "after_the_upgrade");
                awaitLog(url, "before_the_upgrade");
                assertEquals("feature,main", one(url, "SELECT string_agg(name, ',' ORDER BY name) FROM pggit.branch"));
                assertEquals("", one(url, BEGAN));
                assertEquals(
                        "2",
                        one(url, "SELECT count(DISTINCT xid) FROM pggit.ddl_audit WHERE event = 'baseline'"),
                        "objects have new numbers, so they are described once more");
            }
            assertEquals(before, incarnation());
        }
    }

    /** As "How to fail over, restore and upgrade" says. */
    @Test
    void oldRowsCanBeArchivedAndThatIsSeen() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            String url = database.url();
            install(url);
            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                execute(url, "CREATE TABLE kept (id integer)", "ALTER TABLE kept ADD COLUMN note text");
                execute(
                        url,
                        "BEGIN; SELECT pggit.record_baseline(current_user);"
                                + " ALTER TABLE pggit.ddl_audit REPLICA IDENTITY FULL;"
                                + " DELETE FROM pggit.ddl_audit AS a WHERE a.seq < (SELECT min(b.seq) FROM pggit.ddl_audit AS b"
                                + " WHERE b.xid = pg_current_xact_id() AND b.event = 'baseline');"
                                + " ALTER TABLE pggit.ddl_audit REPLICA IDENTITY NOTHING; COMMIT");
                Await.until(
                        DEADLINE,
                        () -> one(
                                        url,
                                        "SELECT string_agg(finding ->> 'kind', ',') FROM pggit.ddl_audit WHERE finding IS NOT NULL")
                                .contains("audit_table_tampered"));
            }
            assertEquals(
                    "0", one(url, "SELECT count(*) FROM pggit.ddl_audit WHERE statement LIKE 'CREATE TABLE kept%'"));
            assertTrue(journaled().stream()
                    .anyMatch(row -> row.statement().orElse("").startsWith("CREATE TABLE kept")));
            assertThrows(SQLException.class, () -> execute(url, "DELETE FROM pggit.ddl_audit"));

            Files.move(directory.resolve("data"), directory.resolve("before"));
            try (Engine engine = Engines.start(url, directory.resolve("data"))) {
                execute(url, "CREATE TABLE after_the_archive (id integer)");
                awaitLog(url, "after_the_archive");
                assertTrue(Cli.run("verify", "--url", url).contains("0 differences"));
            }
        }
    }

    /** In a table from a dump, transaction numbers of the former server come again. */
    @Test
    void rowsOfAFormerServerAreNotTakenForTheTransactionsOwn() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Installation.install(connection);
            statement.execute("CREATE TABLE of_the_former_server (id integer)");
            connection.setAutoCommit(false);

            statement.execute("DO $$ BEGIN EXECUTE (SELECT format('INSERT INTO pggit.ddl_audit (xid, %1$s)"
                    + " SELECT pg_current_xact_id(), %1$s FROM pggit.ddl_audit', string_agg(quote_ident(attname), ', '))"
                    + " FROM pg_attribute WHERE attrelid = 'pggit.ddl_audit'::regclass AND attnum > 0 AND NOT attisdropped"
                    + " AND attname NOT IN ('seq', 'xid')); END $$");

            try (ResultSet row =
                    statement.executeQuery("SELECT pggit.has_unclosed_ddl(), pggit.last_own_row(), (SELECT details"
                            + " FROM pggit.status() WHERE component = 'Uncommitted')")) {
                row.next();
                assertEquals(
                        "false 0 this transaction changed no schema",
                        row.getBoolean(1) + " " + row.getLong(2) + " " + row.getString(3));
            }
        }
    }

    private static void install(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Installation.install(connection);
        }
    }

    private static Journal open(Path directory) {
        return Journal.open(directory, new SimpleMeterRegistry());
    }

    private UUID incarnation() {
        try (Journal journal = open(directory.resolve("data"))) {
            return journal.incarnation();
        }
    }

    private List<AuditRow> journaled() {
        try (Journal journal = open(directory.resolve("data"))) {
            return journal.read(0, Integer.MAX_VALUE).stream()
                    .flatMap(entry -> entry.transaction().rows().stream())
                    .toList();
        }
    }

    private String pastLog(UUID incarnation) throws Exception {
        Path repository = directory.resolve("data/incarnations/" + incarnation + "/repository.git");
        return Cli.git("--git-dir", repository.toString(), "log", "--format=%s", "main");
    }

    private static List<Long> recorded(String url) throws SQLException {
        List<Long> seqs = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT seq FROM pggit.ddl_audit ORDER BY seq")) {
            while (row.next()) {
                seqs.add(row.getLong(1));
            }
        }
        return seqs;
    }

    private static void awaitLog(String url, String text) {
        Await.until(
                DEADLINE,
                () -> one(url, "SELECT string_agg(l::text, '') FROM pggit.log() AS l")
                        .contains(text));
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** First column of the first row; what the server says when it refuses. */
    private static String one(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
