package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.serve.Engine;
import io.pggit.serve.Engines;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git's verbs on a served database. */
class VerbsIT {
    @TempDir
    Path directory;

    private TestDatabase database;
    private Engine engine;

    @BeforeEach
    void serveADatabase() throws Exception {
        database = TestDatabase.on(PostgresVersion.newest());
        CliRun.of("install", "--url", database.url()).assertSucceeded();
        engine = Engines.start(database.url(), directory.resolve("data"));
        database.run("SELECT pggit.init()", "CREATE TABLE users (id integer PRIMARY KEY, email text)");
    }

    @AfterEach
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void aBranchIsMadeChangedComparedTaggedAndReverted() throws Exception {
        assertEquals("Switched to a new branch 'feature/phone'\n", run("checkout", "-b", "feature/phone"));
        database.run("ALTER TABLE users ADD COLUMN phone text");

        String diff = run("diff", "main");
        assertTrue(diff.contains("diff TABLE public.users\n--- main\n+++ HEAD\n@@ "), diff);
        assertTrue(diff.lines().anyMatch(line -> line.matches("\\+ +phone text,?")), diff);
        assertEquals("M\tTABLE public.users\n", run("diff", "main...", "--name-status"));
        assertEquals(
                "ALTER TABLE public.users ADD COLUMN phone text;",
                run("diff", "main", "HEAD", "--sql").strip());
        assertEquals(1, pggit("diff", "main", "--exit-code").exitCode());
        assertEquals("", run("diff", "HEAD"));

        assertTrue(run("tag", "v1", "-m", "first").startsWith("Tag v1 is "));
        assertTrue(run("commit", "-m", "Phones\nby hand").matches("(?s)\\[feature/phone [0-9a-f]{10}\\] Phones\n"));
        assertTrue(run("blame", "users").lines().anyMatch(line -> line.contains("column") && line.contains("phone")));

        run("checkout", "main");
        database.run("ALTER TABLE users ADD COLUMN age integer");
        List<String> graph = run("log", "--graph", "--all", "--oneline").lines().toList();
        assertTrue(
                graph.get(0).matches("\\* [0-9a-f]{10} \\(HEAD -> main\\) ALTER TABLE public.users · postgres"),
                graph::toString);
        assertTrue(graph.get(1).matches("\\| \\* [0-9a-f]{10} \\(feature/phone\\) Phones · postgres"), graph::toString);
        assertTrue(graph.get(2).contains("(tag: v1)"), graph::toString);
        assertEquals("|/", graph.get(3));
        List<String> named = run("log", "feature/phone", "-n", "2").lines().toList();
        assertTrue(named.get(0).matches("commit [0-9a-f]{40} \\(feature/phone\\)"), named::toString);
        assertEquals("Branch: feature/phone", named.get(3));
        assertTrue(named.stream().anyMatch(line -> line.matches("commit [0-9a-f]{40} \\(tag: v1\\)")), named::toString);

        assertTrue(run("revert", "HEAD").startsWith("Reverted HEAD: "));
        assertEquals("", run("diff", "HEAD~2", "HEAD"));
        assertTrue(run("verify").startsWith("0 differences"));

        pggit("branch", "-d", "feature/phone").assertFailedWith(ExitCode.FAILED, "not fully merged");
        run("branch", "-D", "feature/phone");
        assertEquals(
                List.of("main"),
                pggit("branch", "--json")
                        .out()
                        .lines()
                        .map(line -> Json.read(line).get("branch_name").asText())
                        .toList());
        pggit("checkout", "feature/phone").assertFailedWith(ExitCode.FAILED, "Revision feature/phone not found");
        run("tag", "-d", "v1");
    }

    @Test
    void dataIsNotLostUnlessToldTo() throws Exception {
        run("checkout", "-b", "other");
        database.run("CREATE TABLE kept (id integer)", "INSERT INTO kept VALUES (1)");

        pggit("checkout", "main").assertFailedWith(ExitCode.FAILED, "public.kept (1 row");
        run("checkout", "main", "--discard-data");
        database.run("CREATE TABLE grown (id integer)");
        run("checkout", "-b", "leaner");
        database.run("DROP TABLE grown");
        run("checkout", "main");
        database.run("INSERT INTO grown VALUES (1), (2)");
        pggit("merge", "leaner")
                .assertFailedWith(ExitCode.FAILED, "Merge would discard data in: public.grown (2 rows)");
        CliRun merge = pggit("merge", "leaner", "--discard-data");
        merge.assertSucceeded();
        assertTrue(merge.out().startsWith("Merged leaner into main: "), merge::toString);
        assertEquals("pggit: lost: table public.grown\n", merge.err());
    }

    @Test
    void aTeamsWorkEndsInOneSchemaAndOneMigration() throws Exception {
        database.run("INSERT INTO users VALUES (1, 'ann@example.org')");
        run("tag", "released");
        run("checkout", "-b", "ann");
        database.run("ALTER TABLE users ADD COLUMN phone text", "ALTER TABLE users RENAME COLUMN email TO mail");
        database.run("ALTER TABLE users ALTER COLUMN mail TYPE varchar(100)");
        run("checkout", "main");
        run("checkout", "-b", "bob");
        database.run(
                "ALTER TABLE users ADD COLUMN birthday date",
                "CREATE INDEX users_email ON users (lower(email))",
                "ALTER TABLE users ALTER COLUMN email TYPE varchar(80)");
        run("checkout", "main");

        assertTrue(run("merge", "ann").startsWith("Merged ann into main: "));
        CliRun conflict = pggit("merge", "bob");
        assertEquals(ExitCode.FAILED.code(), conflict.exitCode(), conflict::toString);
        assertEquals(
                "columns.mail.type",
                Json.read(run("conflicts", "--json").strip()).get("attribute").asText());
        run("resolve", "--all", "--sql", "ALTER TABLE users ALTER COLUMN mail TYPE varchar(90)");
        database.run("ALTER TABLE users ADD COLUMN mistake text");
        assertTrue(run("revert", "HEAD").startsWith("Reverted HEAD: "));

        String table = run("blame", "users");
        assertTrue(table.contains("birthday") && table.contains("phone") && !table.contains("mistake"), table);
        assertTrue(run("verify").startsWith("0 differences"));
        try (TestDatabase production = TestDatabase.on(PostgresVersion.newest())) {
            production.run(
                    "CREATE TABLE users (id integer PRIMARY KEY, email text)",
                    "INSERT INTO users VALUES (1, 'ann@example.org')",
                    run("diff", "released", "HEAD", "--sql"));
            CliRun.of("compare", production.url(), database.url(), "--no-proof").assertSucceeded();
            production.run("DO $$ BEGIN ASSERT (SELECT mail FROM users) = 'ann@example.org'; END $$");
        }
    }

    @Test
    void aMergeEndsOrWaitsForDecisions() throws Exception {
        run("branch", "one");
        run("checkout", "one");
        database.run("ALTER TABLE users ADD COLUMN phone text");
        run("checkout", "main");
        database.run("ALTER TABLE users ADD COLUMN age integer");
        assertTrue(run("merge", "one").startsWith("Merged one into main: "));

        run("checkout", "-b", "two");
        database.run("ALTER TABLE users ALTER COLUMN phone TYPE varchar(20)");
        run("checkout", "main");
        database.run("ALTER TABLE users ALTER COLUMN phone TYPE varchar(30)");
        CliRun merge = pggit("merge", "two");
        assertEquals(ExitCode.FAILED.code(), merge.exitCode(), merge::toString);
        assertTrue(merge.out().startsWith("CONFLICT #"), merge::toString);
        JsonNode conflict = Json.read(run("conflicts", "--json").strip());
        assertEquals("public.users", conflict.get("object_name").asText());

        run("abort", "--reason", "not yet");
        assertEquals("No conflicts.\n", run("conflicts"));
        assertFalse(pggit("merge", "two").out().isEmpty());
        run("resolve", "--all", "--theirs");

        assertTrue(run("diff", "two", "HEAD").isEmpty());
        assertTrue(run("log", "--graph", "--oneline").contains("|\\\n"));
        run("branch", "-d", "two");
    }

    private CliRun pggit(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--url", database.url()));
        return CliRun.of(all.toArray(String[]::new));
    }

    private String run(String... words) {
        CliRun run = pggit(words);
        run.assertSucceeded();
        assertEquals("", run.err());
        return run.out();
    }
}
