package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merges by SQL, on a served database. */
class MergeIT {
    private static final String COLUMNS = "SELECT string_agg(attname, ',' ORDER BY attname) FROM pg_attribute"
            + " WHERE attrelid = 'public.users'::regclass AND attnum > 0 AND NOT attisdropped";
    private static final String EMAIL = "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
            + " WHERE attrelid = 'public.users'::regclass AND attname = 'email'";
    private static final String OPEN = "SELECT count(*) FROM pggit.conflicts WHERE NOT resolved";
    private static final String DRIFT = "SELECT string_agg(object, ',') FROM pggit.drift()";

    @TempDir
    Path data;

    private static void branch(Served served, String name, String... statements) throws SQLException {
        served.run("SELECT pggit.checkout('main')", "SELECT pggit.checkout('" + name + "', true)");
        served.run(statements);
        served.run("SELECT pggit.checkout('main')");
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whatAMergeWouldDestroyIsNamedAndKeptUnlessAnAdministratorSaysOtherwise(PostgresVersion version)
            throws Exception {
        try (Served served = Served.started(version, data)) {
            String developer = served.role("developer");
            served.run(
                    "GRANT pggit_developer TO " + developer,
                    "CREATE TABLE users (id integer PRIMARY KEY, email text, nick text DEFAULT 'none', empty text)",
                    "CREATE TABLE old (id integer)",
                    "CREATE TABLE bare (id integer)");
            branch(served, "lean", "ALTER TABLE users DROP COLUMN empty", "DROP TABLE bare");
            branch(served, "leaner", "ALTER TABLE users DROP COLUMN email, DROP COLUMN nick", "DROP TABLE old");
            served.run(
                    "INSERT INTO users (id, email, nick) VALUES (1, 'a@b', 'none'), (2, NULL, 'two'), (3, 'c@d', 'none')",
                    "INSERT INTO old SELECT generate_series(1, 120)");
            String head = served.one("SELECT pggit_v0.get_head_sha()");

            SqlError refused = served.error("SELECT pggit.merge('leaner')");

            assertEquals("55000", refused.state());
            assertEquals(
                    "Merge would discard data in: public.old (120 rows), public.users.email (2 rows),"
                            + " public.users.nick (1 rows)",
                    refused.message());
            assertTrue(refused.hint().contains("p_discard_data => true"), refused.hint());
            served.fails("55000", "public.old (120 rows)", "SELECT pggit.merge_branches('leaner', 'main')");
            assertEquals(head, served.one("SELECT pggit_v0.get_head_sha()"));
            assertEquals("120", served.one("SELECT count(*) FROM old"));
            assertEquals("", served.one("SELECT string_agg(status::text, ',') FROM pggit.merge_work"));
            served.as(
                    developer,
                    session -> session.fails(
                            "42501", "pggit_admin", "SELECT pggit.merge('leaner', p_discard_data => true)"));
            assertEquals("completed", served.one("SELECT pggit.merge('lean') ->> 'status'"), "nothing is lost by it");
            served.run("SELECT pggit.merge('leaner', p_discard_data => true)");
            assertEquals("id", served.one(COLUMNS));
            assertEquals("", served.one(DRIFT));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void twoDevelopersChangeOneTableAndBothAreMerged(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE users (id integer PRIMARY KEY, email text)",
                    "INSERT INTO users VALUES (1, 'a@b')",
                    "CREATE VIEW ids AS SELECT id FROM users");
            branch(served, "ann", "ALTER TABLE users ADD COLUMN phone text", "ALTER TABLE users RENAME email TO mail");
            branch(
                    served,
                    "bob",
                    "ALTER TABLE users ADD COLUMN birthday date",
                    "CREATE INDEX users_email_idx ON users (lower(email))",
                    "ALTER TABLE users ALTER COLUMN email TYPE varchar(50)");
            branch(served, "cleo", "ALTER TABLE users ALTER COLUMN email TYPE varchar(70)");

            String ann = served.one("SELECT pggit.merge('ann')->>'status'");
            assertEquals("id,mail,phone", served.one(COLUMNS));
            String bob = served.one("SELECT pggit.merge('bob', 'main') - 'ddl'");
            assertEquals("completed", ann);
            assertTrue(bob.contains("\"status\": \"completed\""), bob);
            assertTrue(bob.contains("\"conflict_count\": 0"), bob);
            assertTrue(bob.contains("\"tables_merged\": 1"), bob);
            assertEquals("birthday,id,mail,phone", served.one(COLUMNS));
            assertEquals("a@b", served.one("SELECT mail FROM users"), "a rename keeps the values");
            assertEquals(
                    "CREATE INDEX users_email_idx ON public.users USING btree (lower((mail)::text))",
                    served.one("SELECT pg_get_indexdef('users_email_idx'::regclass)"));
            assertEquals(
                    "MERGED,MERGED",
                    served.one(
                            "SELECT string_agg(status::text, ',') FROM pggit.branches WHERE name IN ('ann', 'bob')"));
            assertEquals("2", served.one("SELECT cardinality(parent_shas) FROM pggit_v0.get_commit_history(1)"));
            assertEquals(
                    "Merge branch 'bob' into main", served.one("SELECT message FROM pggit_v0.get_commit_history(1)"));

            assertEquals("awaiting_resolution", served.one("SELECT pggit.merge('cleo')->>'status'"));
            assertEquals(
                    "TABLE public.users column_modified columns.mail.type|text|character varying(50)|character varying(70)",
                    served.one("SELECT concat_ws(' ', object_type, object_name, conflict_type, attribute)"
                            + "||concat('|', base_definition, '|', ours, '|', theirs) FROM pggit.conflicts"));
            assertEquals("CONFLICTED", served.one("SELECT status FROM pggit.branches WHERE name = 'cleo'"));
            served.run("SELECT pggit.resolve_conflict(id, 'custom',"
                    + " 'ALTER TABLE users ALTER COLUMN mail TYPE varchar(60); ALTER TABLE users ADD COLUMN note text;')"
                    + " FROM pggit.conflicts WHERE NOT resolved");
            assertEquals("birthday,id,mail,note,phone", served.one(COLUMNS));
            assertEquals("MERGED", served.one("SELECT status FROM pggit.branches WHERE name = 'cleo'"));
            assertEquals(
                    "t",
                    served.one("SELECT bool_or(ddl LIKE '%note%') FROM pggit.diff('main~1', 'main')"
                            + " WHERE object_name = 'public.users'"));

            served.run("SELECT pggit.revert('HEAD')");
            assertEquals("birthday,id,mail,phone", served.one(COLUMNS));
            assertEquals("", served.one(DRIFT));
            assertEquals("", served.one("SELECT string_agg(object_name, ',') FROM pggit.diff('HEAD', 'main')"));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void whatOneSideAddsTakesTheLabelTheOtherSideRenamed(PostgresVersion version) throws Exception {
        String labels = "SELECT array_to_string(enum_range(NULL::colour), ',')";
        String fallback = "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = '%s'::regclass";
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TYPE colour AS ENUM ('red', 'green')",
                    "CREATE TABLE t (c colour DEFAULT 'red')",
                    "INSERT INTO t VALUES ('red'), ('green')");
            branch(served, "renamed", "ALTER TYPE colour RENAME VALUE 'red' TO 'crimson'");
            branch(served, "added", "CREATE TABLE w (c colour DEFAULT 'green' CHECK (c > 'red'))");
            served.run("CREATE VIEW reds AS SELECT c FROM t WHERE c = 'red'");

            assertEquals("completed", served.one("SELECT pggit.merge('renamed') ->> 'status'"));
            served.run("ALTER TYPE colour RENAME VALUE 'green' TO 'lime'");
            assertEquals("completed", served.one("SELECT pggit.merge('added') ->> 'status'"));

            assertEquals("crimson,lime", served.one(labels));
            assertEquals("crimson,lime", served.one("SELECT string_agg(c::text, ',' ORDER BY c) FROM t"));
            assertEquals("'lime'::colour", served.one(fallback.formatted("w")));
            assertEquals("crimson", served.one("SELECT string_agg(c::text, ',') FROM reds"));
            assertEquals("", served.one(DRIFT));
            served.replayGivesTheSame();
        }
    }

    private static void retyped(Served served, String name, int source, int target) throws SQLException {
        branch(served, name, "ALTER TABLE users ALTER COLUMN email TYPE varchar(" + source + ")");
        served.run("ALTER TABLE users ALTER COLUMN email TYPE varchar(" + target + ")");
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void conflictsAreResolvedOursTheirsOrGivenUp(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("CREATE TABLE users (id integer PRIMARY KEY, email text)");
            retyped(served, "one", 100, 200);
            served.run("SELECT pggit.checkout('one')", "CREATE TABLE rides_along (id integer)");
            served.run("SELECT pggit.checkout('main')");
            String head = served.one("SELECT pggit_v0.get_head_sha()");

            served.run("SELECT pggit.merge('one', 'main')");
            assertEquals("1", served.one(OPEN));
            assertEquals("", served.one("SELECT to_regclass('rides_along')"));
            assertEquals(head, served.one("SELECT pggit_v0.get_head_sha()"));
            assertTrue(served.one("SELECT branch_a_sql FROM pggit.conflicts").contains("200"));
            assertTrue(served.one("SELECT branch_b_sql FROM pggit.conflicts").contains("100"));
            served.fails("55000", "A merge into main is already in progress", "SELECT pggit.merge('one', 'main')");
            served.run("CREATE TABLE later (id integer)");
            served.run(
                    "SELECT pggit.resolve_conflict(conflict_id, 'ours') FROM pggit.conflicts WHERE resolved = false");
            assertEquals("0", served.one(OPEN));
            assertEquals("character varying(200)", served.one(EMAIL));
            assertEquals("rides_along", served.one("SELECT to_regclass('rides_along')"));
            assertEquals("later", served.one("SELECT to_regclass('later')"));
            served.fails("55000", "is already resolved", "SELECT pggit.resolve_conflict(1, 'ours')");

            retyped(served, "two", 110, 210);
            served.run(
                    "SELECT pggit.merge('two')",
                    "UPDATE pggit.merge_conflicts SET resolved = true, resolution = 'theirs' WHERE NOT resolved");
            assertEquals("character varying(110)", served.one(EMAIL));

            retyped(served, "three", 120, 220);
            head = served.one("SELECT pggit_v0.get_head_sha()");
            served.run("SELECT pggit.merge('three')", "SELECT pggit.abort_merge()");
            assertEquals("0", served.one(OPEN));
            assertEquals("ACTIVE", served.one("SELECT status FROM pggit.branches WHERE name = 'three'"));
            assertEquals(head, served.one("SELECT pggit_v0.get_head_sha()"));
            served.fails("55000", "No merge in progress", "SELECT pggit.abort_merge()");
            served.run("SELECT pggit.merge('three')", "DELETE FROM pggit.merge_conflicts WHERE resolved = false");
            assertEquals("0", served.one(OPEN));
            served.run("SELECT pggit.merge('three', p_merge_strategy => 'theirs')");
            assertEquals("character varying(120)", served.one(EMAIL));
            assertEquals("", served.one(DRIFT));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aMergeIntoABranchThatIsNotHeadMovesOnlyThatBranch(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE users (id integer PRIMARY KEY, email text)", "INSERT INTO users VALUES (1, 'a@b')");
            branch(served, "one", "ALTER TABLE users RENAME email TO mail", "CREATE TABLE first (id integer)");
            branch(served, "two", "CREATE TABLE second (id integer)");

            String merged = served.one("SELECT pggit.merge('one', 'two')->>'commit_sha'");

            assertEquals("email,id", served.one(COLUMNS));
            assertEquals("", served.one("SELECT to_regclass('first')"));
            assertEquals(merged, served.one("SELECT head_commit_hash FROM pggit.branches WHERE name = 'two'"));
            served.run("SELECT pggit.checkout('two')");
            assertEquals("id,mail", served.one(COLUMNS));
            assertEquals("a@b", served.one("SELECT mail FROM users"), "the new name is known to the merge commit");
            assertEquals("first", served.one("SELECT to_regclass('first')"));
            served.run("SELECT pggit.checkout('main')");
            assertEquals("a@b", served.one("SELECT email FROM users"));
            assertEquals("", served.one(DRIFT));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aMergeIsPartOfTheTransactionItRunsIn(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("CREATE TABLE users (id integer PRIMARY KEY, email text)");
            branch(served, "one", "ALTER TABLE users ADD COLUMN a text");
            retyped(served, "two", 100, 200);
            String head = served.one("SELECT pggit_v0.get_head_sha()");
            served.begin();
            String sha = served.one("SELECT pggit.merge('one')->>'commit_sha'");
            assertEquals(sha, served.one("SELECT pggit_v0.get_head_sha()"));
            served.run("SELECT pggit.merge('two')");
            assertEquals("1", served.one(OPEN));
            served.rollback();

            assertEquals(head, served.one("SELECT pggit_v0.get_head_sha()"));
            assertEquals("email,id", served.one(COLUMNS));
            assertEquals("0", served.one("SELECT count(*) FROM pggit.conflicts"));
            assertEquals("ACTIVE", served.one("SELECT status FROM pggit.branches WHERE name = 'one'"));
            served.begin();
            served.run("CREATE TABLE mine (id integer)");
            served.fails("55006", "Cannot merge with active transactions", "SELECT pggit.merge('one')");
            served.rollback();
            served.begin();
            sha = served.one("SELECT pggit.merge('one')->>'commit_sha'");
            served.run("CREATE TABLE mine (id integer)");
            served.commit();
            assertEquals(sha, served.one("SELECT parent_shas[1] FROM pggit_v0.get_commit_history(1)"));
            assertNotEquals(sha, head);
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aBodyMergedByLineCountsWhenPostgreSqlTakesItAndIsAConflictWhenNot(PostgresVersion version) throws Exception {
        String body =
                "CREATE OR REPLACE FUNCTION %s() RETURNS integer LANGUAGE sql AS $$\nSELECT 1\n%s\n+ 2\n%s\n+ 3\n$$";
        String query =
                "CREATE OR REPLACE FUNCTION bad() RETURNS integer LANGUAGE sql AS $$\nWITH a AS (SELECT 1 AS n)\n%s\n"
                        + "SELECT n FROM a\n-- between\nWHERE %s\n$$";
        try (Served served = Served.started(version, data)) {
            served.run(body.formatted("good", "+ 10", "+ 20"), query.formatted(", b AS (SELECT 2 AS n)", "n > 0"));
            branch(served, "one", body.formatted("good", "+ 11", "+ 20"));
            served.run(body.formatted("good", "+ 10", "+ 22"));

            assertEquals("completed", served.one("SELECT pggit.merge('one')->>'status'"));
            assertEquals("39", served.one("SELECT good()"));

            branch(
                    served,
                    "two",
                    query.formatted(", b AS (SELECT 2 AS n)", "n < (SELECT b.n FROM b)"),
                    "CREATE TABLE along (id integer)");
            served.run(query.formatted("", "n > 0"));
            assertEquals("awaiting_resolution", served.one("SELECT pggit.merge('two')->>'status'"));
            assertEquals(
                    "FUNCTION public.bad() build_failure definition",
                    served.one("SELECT concat_ws(' ', object_type, object_name, conflict_type, attribute)"
                            + " FROM pggit.conflicts WHERE NOT resolved"));
            assertEquals("", served.one("SELECT to_regclass('along')"));
            served.run("SELECT pggit.resolve_conflict(id, 'theirs') FROM pggit.conflicts WHERE NOT resolved");
            assertEquals("1", served.one("SELECT bad()"));
            assertEquals("along", served.one("SELECT to_regclass('along')"));
            assertEquals("", served.one(DRIFT));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void whoeverMergesNeedsTheRightsAndRunsNobodyElsesSql(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            String dev = served.role("merging_dev");
            String reader = served.role("merging_reader");
            served.run(
                    "GRANT pggit_developer TO " + dev,
                    "GRANT pggit_reader TO " + reader,
                    "CREATE TABLE users (id integer PRIMARY KEY, email text, nick text)");
            branch(
                    served,
                    "one",
                    "ALTER TABLE users ALTER COLUMN email TYPE varchar(100)",
                    "ALTER TABLE users ALTER COLUMN nick TYPE varchar(100)");
            served.run(
                    "ALTER TABLE users ALTER COLUMN email TYPE varchar(200)",
                    "ALTER TABLE users ALTER COLUMN nick TYPE varchar(200)");
            served.as(reader, session -> {
                session.fails("42501", "permission denied", "SELECT pggit.merge('one')");
                assertEquals("conflicts", session.one("SELECT pggit.merge_preview('one')->>'status'"));
                assertEquals("0", session.one("SELECT count(*) FROM pggit.conflicts"));
            });
            served.run("SELECT pggit.merge('one')");
            served.as(dev, session -> {
                session.run("SELECT pggit.resolve_conflict(min(id), 'custom', 'ALTER ROLE " + dev
                        + " SUPERUSER') FROM pggit.conflicts");
                session.fails(
                        "42501",
                        "must be owner",
                        "SELECT pggit.resolve_conflict(max(id), 'theirs') FROM pggit.conflicts WHERE NOT resolved");
            });
            served.fails(
                    "42501",
                    "The SQL of another login is part of this merge: " + dev,
                    "SELECT pggit.resolve_conflict(max(id), 'ours') FROM pggit.conflicts");
            served.run(
                    "UPDATE pggit.merge_conflicts SET resolved = false WHERE resolved",
                    "SELECT pggit.resolve_conflict(id, 'theirs') FROM pggit.conflicts");
            assertEquals("character varying(100)", served.one(EMAIL));
            assertEquals("f", served.one("SELECT rolsuper FROM pg_roles WHERE rolname = '" + dev + "'"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void errorsSayWhatIsWrong(PostgresVersion version) throws Exception {
        try (Served served = Served.start(version, data)) {
            served.fails("55000", "pgGit is not initialised", "SELECT pggit.merge('x')");
            served.run("SELECT pggit.init()", "CREATE TABLE users (id integer PRIMARY KEY, email text)");
            retyped(served, "one", 100, 200);
            served.run("SELECT pggit.create_branch('other')");

            served.fails("22004", "Branch name cannot be NULL", "SELECT pggit.merge(NULL)");
            served.fails("22023", "Branch name cannot be empty", "SELECT pggit.merge('')");
            served.fails("22023", "is not valid", "SELECT pggit.merge('it''s')");
            served.fails("22023", "got 300", "SELECT pggit.merge(repeat('a', 300))");
            served.fails("42704", "Source branch nope not found", "SELECT pggit.merge('nope')");
            served.fails("42704", "Target branch nope not found", "SELECT pggit.merge('one', 'nope')");
            served.fails("22023", "Invalid merge strategy: x", "SELECT pggit.merge('one', 'main', 'x')");
            SqlError conflict = served.error("SELECT pggit.merge_branches('one', 'main', 'message')");
            assertEquals("55000", conflict.state());
            assertEquals("Merge conflict: 1 conflict(s) between one and main", conflict.message());
            assertTrue(conflict.detail().contains("columns.email.type"), conflict.detail());
            assertTrue(conflict.hint().contains("pggit.merge('one', 'main')"), conflict.hint());
            assertEquals("0", served.one("SELECT count(*) FROM pggit.conflicts"));

            String merge = served.one("SELECT pggit.merge('one')->>'merge_id'");
            served.fails(
                    "22023",
                    "Invalid resolution type: mine. Use ours, theirs, or custom",
                    "SELECT pggit.resolve_conflict(id, 'mine') FROM pggit.conflicts");
            served.fails("22023", "Invalid resolution type: NULL", "SELECT pggit.resolve_conflict(1, NULL)");
            served.fails(
                    "22004",
                    "Resolution custom needs custom_sql",
                    "SELECT pggit.resolve_conflict(id, 'custom', ' ; ') FROM pggit.conflicts");
            served.fails("42704", "Conflict 99 not found", "SELECT pggit.resolve_conflict(99, 'ours')");
            served.fails("42704", "Conflict NULL not found", "SELECT pggit.resolve_conflict(NULL, 'ours')");
            SqlError failed = served.error(
                    "SELECT pggit.resolve_conflict(id, 'custom', 'ALTER TABLE nope ADD a text') FROM pggit.conflicts");
            assertEquals("42P01", failed.state());
            assertEquals("1", served.one(OPEN), "the conflict stays open");
            served.run("SELECT pggit.checkout('other')");
            served.fails(
                    "55000",
                    "A custom resolution needs branch main checked out",
                    "SELECT pggit.resolve_conflict(id, 'custom', 'SELECT 1') FROM pggit.conflicts");
            served.run("SELECT pggit.checkout('main')");
            retyped(served, "three", 130, 230);
            served.run("SELECT pggit.merge('three', 'other', 'theirs')", "SELECT pggit.checkout('other')");
            served.run("ALTER TABLE users ALTER COLUMN email TYPE varchar(240)", "SELECT pggit.merge('one', 'other')");
            served.fails("55000", "More than one merge is in progress; pass its id", "SELECT pggit.abort_merge()");
            served.fails("42704", "not found", "SELECT pggit.abort_merge('00000000-0000-0000-0000-000000000000')");
            served.run("SELECT pggit.abort_merge('" + merge + "')");
            served.fails(
                    "55000",
                    "is not awaiting resolution (status: aborted)",
                    "SELECT pggit.abort_merge('" + merge + "')");
            assertEquals(
                    "merge_opened,merge_aborted",
                    served.one("SELECT string_agg(operation, ',' ORDER BY seq)"
                            + " FROM pggit.ddl_audit WHERE details ->> 'merge_id' = '" + merge + "'"));
            assertTrue(served.one("SELECT pggit.merge_branches('main', 'main')").matches("MERGE_SUCCESS:[0-9a-f]{40}"));
            served.run(
                    "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer DISABLE",
                    "CREATE TABLE unseen (id integer)",
                    "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer ENABLE ALWAYS");
            served.fails("55000", "Live schema differs from HEAD in: public.unseen", "SELECT pggit.merge('three')");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void severalBranchesGiveOneMigration(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("CREATE TABLE users (id integer PRIMARY KEY, email text)");
            branch(served, "one", "ALTER TABLE users ADD COLUMN stripe_id text");
            branch(served, "two", "ALTER TABLE users ADD COLUMN last_seen timestamptz");
            branch(served, "three", "ALTER TABLE users ADD COLUMN stripe_id integer");
            String head = served.one("SELECT pggit_v0.get_head_sha()");

            String script = served.one("SELECT pggit.combined_migration(ARRAY['one', 'two'])");
            String preview = served.one("SELECT pggit.merge_preview('one')->>'status'");

            assertEquals("clean", preview);
            assertEquals(head, served.one("SELECT pggit_v0.get_head_sha()"));
            served.fails(
                    "55000",
                    "Merge conflict: 1 conflict(s) between three and main with [one]",
                    "SELECT pggit.combined_migration(ARRAY['one', 'three'])");
            served.fails("42704", "Revision nope not found", "SELECT pggit.combined_migration(ARRAY['nope'])");
            served.run(script);
            assertEquals("email,id,last_seen,stripe_id", served.one(COLUMNS));
        }
    }
}
