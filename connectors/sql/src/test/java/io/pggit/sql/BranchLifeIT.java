package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user does with branches, on a served database. */
class BranchLifeIT {
    private static final String COLUMNS = "SELECT string_agg(attname, ',' ORDER BY attname) FROM pg_attribute"
            + " WHERE attrelid = 'public.users'::regclass AND attnum > 0 AND NOT attisdropped";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void branchesLiveApartAndACheckoutGoesBetweenThem(PostgresVersion version) throws Exception {
        try (Served served = Served.start(version, data)) {
            String ready = served.one("SELECT pggit.init()");
            assertTrue(ready.matches("pgGit \\d+\\.\\d+\\.\\d+ ready on branch main \\([0-9a-f]{7}\\)"), ready);
            assertEquals(ready, served.one("SELECT pggit.init()"));
            assertEquals("1", served.one("SELECT count(*) FROM pggit_v0.commit_graph"));
            served.run(
                    "CREATE TABLE users (id serial PRIMARY KEY, email text)",
                    "CREATE TABLE shared (id integer PRIMARY KEY)",
                    "INSERT INTO shared SELECT generate_series(1, 3)",
                    "INSERT INTO users (email) VALUES ('a@b')");
            String oid = served.one("SELECT 'public.shared'::regclass::oid");
            assertEquals("Already on 'main'", served.one("SELECT pggit.checkout('main')"));
            assertTrue(Integer.parseInt(served.one("SELECT pggit.create_branch('feature/x')")) > 0);
            assertEquals("Switched to branch 'feature/x'", served.one("SELECT pggit.checkout('feature/x')"));
            assertEquals("feature/x", served.one("SELECT pggit.get_current_branch()"));
            assertEquals("feature/x", served.one("SELECT current_setting('pggit.current_branch')"));
            served.run(
                    "CREATE DOMAIN short AS text CHECK (length(VALUE) < 99)",
                    "CREATE TABLE fresh (id serial PRIMARY KEY, title short NOT NULL, \"Odd \"\"name\" text DEFAULT 'it''s')",
                    "CREATE TABLE parts (no bigint GENERATED ALWAYS AS IDENTITY, fresh_id integer REFERENCES fresh)"
                            + " PARTITION BY RANGE (no)",
                    "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (9)",
                    "CREATE INDEX fresh_title ON fresh (lower(title)) WHERE id > 3",
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE TRIGGER touched BEFORE UPDATE ON shared FOR EACH ROW EXECUTE FUNCTION touch()",
                    "COMMENT ON TABLE shared IS 'both'",
                    "CREATE FUNCTION later() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM fresh'",
                    "ALTER TABLE users ADD COLUMN phone text",
                    "CREATE VIEW contacts AS SELECT id, phone FROM users",
                    "CREATE MATERIALIZED VIEW numbers AS SELECT count(*) AS n FROM contacts");

            served.run("SELECT pggit.checkout('main')");

            assertEquals("email,id", served.one(COLUMNS));
            assertEquals("", served.one("SELECT coalesce(to_regclass('fresh')::text, to_regclass('contacts')::text)"));
            served.run("SELECT pggit.checkout_branch('feature/x')");
            assertEquals("email,id,phone", served.one(COLUMNS));
            assertEquals("fresh", served.one("SELECT to_regclass('fresh')"));
            assertEquals("contacts", served.one("SELECT to_regclass('contacts')"));
            assertEquals(oid, served.one("SELECT 'public.shared'::regclass::oid"));
            assertEquals("3", served.one("SELECT count(*) FROM shared"));
            assertEquals("a@b", served.one("SELECT email FROM users"));
            assertEquals("15", served.one("SELECT count(*) FROM pggit_v0.commit_graph"), "a checkout is no commit");
            assertEquals("", served.one("SELECT string_agg(object, ',') FROM pggit.drift()"));
            assertEquals(
                    "feature/x,main",
                    served.one("SELECT string_agg(branch_name, ',' ORDER BY branch_name) FROM pggit.list_branches()"));
            assertEquals(
                    served.one("SELECT pggit_v0.get_head_sha()"),
                    served.one("SELECT head_commit_hash FROM pggit.branches WHERE is_current"));
            try (var other = served.connect()) {
                assertEquals("feature/x", Served.one(other, "SELECT current_setting('pggit.current_branch')"));
            }
            assertEquals(
                    "CREATE MATERIALIZED VIEW public.numbers",
                    served.one("SELECT message FROM pggit_v0.get_commit_history(1)"));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aRolledBackCheckoutHasNotHappenedAndATransactionSeesItsOwnCalls(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("CREATE TABLE t (id integer)", "SELECT pggit.create_branch('x')");
            String before = served.one("SELECT pggit_v0.get_head_sha()");
            served.begin();
            served.run("SELECT pggit.checkout('x')", "CREATE TABLE only_x (id integer)");
            String sha = served.one("SELECT pggit.create_commit('named', 'Ann')");
            assertNotEquals(before, sha);
            assertEquals(sha, served.one("SELECT pggit_v0.get_head_sha()"));
            assertEquals("named", served.one("SELECT message FROM pggit.log(1)"));
            assertEquals("Ann", served.one("SELECT author FROM pggit_v0.get_commit_history(1)"));
            served.run("SELECT pggit.tag('here')", "SELECT pggit.checkout('main')");
            assertEquals("", served.one("SELECT to_regclass('only_x')"));
            assertEquals("main", served.one("SELECT pggit.get_current_branch()"));
            served.rollback();

            assertEquals("main", served.one("SELECT pggit.get_current_branch()"));
            assertEquals("main", served.one("SELECT current_setting('pggit.current_branch')"));
            assertEquals(before, served.one("SELECT pggit_v0.get_head_sha()"));
            assertEquals("0", served.one("SELECT count(*) FROM pggit_v0.refs WHERE type = 'tag'"));
            served.begin();
            served.run("CREATE TABLE named (id integer)");
            String named = served.one("SELECT pggit_v0.create_basic_commit('kept')");
            served.run("CREATE TABLE later (id integer)");
            served.commit();
            assertEquals(named, served.one("SELECT commit_sha FROM pggit_v0.get_commit_history(1, 1)"));
            assertEquals("CREATE TABLE public.later", served.one("SELECT message FROM pggit.log(1)"));
            assertEquals(
                    "named", served.one("SELECT kind FROM pggit_v0.commit_graph WHERE commit_sha = '" + named + "'"));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void dataIsGuarded(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE users (id integer)",
                    "INSERT INTO users VALUES (1), (2)",
                    "SELECT pggit.checkout('x', true)",
                    "CREATE TABLE notes (body text)",
                    "ALTER TABLE users ADD COLUMN rank integer DEFAULT 7, ADD COLUMN nick text",
                    "INSERT INTO notes VALUES ('a'), ('b')");

            SqlError refused = served.error("SELECT pggit.checkout('main')");
            assertEquals("55000", refused.state());
            assertEquals("Checkout would discard data in: public.notes (2 rows)", refused.message());
            assertTrue(refused.hint().contains("p_discard_data"), refused.hint());
            served.run("UPDATE users SET rank = 8 WHERE id = 1", "TRUNCATE notes");
            assertEquals(
                    "Checkout would discard data in: public.users.rank (1 rows)",
                    served.error("SELECT pggit.checkout('main')").message());
            assertEquals("x", served.one("SELECT pggit.get_current_branch()"));
            served.run("SELECT pggit.checkout('main', p_discard_data => true)");
            assertEquals("2", served.one("SELECT count(*) FROM users"));
            assertEquals("", served.one("SELECT to_regclass('notes')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void valuesThatDoNotFitANarrowerTypeAreGuardedAlsoUnderANewName(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE bill (id integer, total numeric(10,0))",
                    "SELECT pggit.checkout('x', true)",
                    "ALTER TABLE bill ALTER COLUMN total TYPE numeric(10,2)",
                    "ALTER TABLE bill RENAME COLUMN total TO amount",
                    "ALTER TABLE bill RENAME TO invoice",
                    "INSERT INTO invoice VALUES (1, 5), (2, 7.25)");

            SqlError refused = served.error("SELECT pggit.checkout('main')");

            assertEquals("55000", refused.state());
            assertEquals("Checkout would discard data in: public.invoice.amount (1 rows)", refused.message());
            served.run("UPDATE invoice SET amount = 7", "SELECT pggit.checkout('main')");
            assertEquals("2", served.one("SELECT count(total) FROM bill"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aRenamedColumnKeepsItsValuesAndAnEnumItsNewLabel(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TYPE mood AS ENUM ('sad')",
                    "CREATE TABLE users (id integer, email text, feeling mood)",
                    "INSERT INTO users VALUES (1, 'a@b', 'sad')",
                    "SELECT pggit.checkout('x', true)",
                    "ALTER TABLE users RENAME COLUMN email TO mail",
                    "ALTER TYPE mood ADD VALUE 'glad'",
                    "ALTER TABLE users ALTER COLUMN feeling SET DEFAULT 'glad'",
                    "SELECT pggit.checkout('main')");
            assertEquals("a@b", served.one("SELECT email FROM users"));
            served.run("SELECT pggit.checkout('x')");
            assertEquals("a@b", served.one("SELECT mail FROM users"));
            assertEquals("sad", served.one("SELECT feeling FROM users"));
            assertEquals(
                    "sad,glad", served.one("SELECT string_agg(e::text, ',') FROM unnest(enum_range(NULL::mood)) AS e"));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void errorsSayWhatIsWrong(PostgresVersion version) throws Exception {
        try (Served served = Served.start(version, data)) {
            served.fails("55000", "pgGit is not initialised", "SELECT pggit.create_branch('x')");
            served.fails("55000", "No commits found", "SELECT pggit_v0.create_branch('x')");
            served.run("SELECT pggit.init()", "SELECT pggit.create_branch('x', NULL)");
            served.fails("22004", "Branch name cannot be NULL", "SELECT pggit.create_branch(NULL)");
            served.fails("22023", "Branch name cannot be empty", "SELECT pggit.create_branch('')");
            served.fails("22023", "(max 255 characters, got 256)", "SELECT pggit.create_branch(repeat('a', 256))");
            for (String bad :
                    new String[] {"a b", "a..b", "/a", "a/", "a//b", ".a", "a.lock", "HEAD", "-a", "é", "a~1"}) {
                served.fails(
                        "22023", "Branch name " + bad + " is not valid", "SELECT pggit.create_branch('" + bad + "')");
            }
            served.fails("42710", "Branch x already exists", "SELECT pggit.create_branch('x')");
            served.fails("42704", "Parent branch nope not found", "SELECT pggit.create_branch('y', 'nope')");
            served.fails(
                    "42704",
                    "Revision HEAD~900 goes past the first commit",
                    "SELECT pggit.create_branch('y', 'HEAD~900')");
            served.fails("42704", "Branch nope not found", "SELECT pggit.delete_branch('nope')");
            served.fails("42704", "Branch nope not found", "SELECT pggit.checkout_branch('nope')");
            served.fails("42704", "Revision nope not found", "SELECT pggit.checkout('nope')");
            served.fails("42704", "goes past the first commit", "SELECT pggit.checkout('main~9')");
            served.fails("55006", "Cannot delete main branch", "SELECT pggit.delete_branch('main')");
            served.fails("55006", "Cannot delete master branch", "SELECT pggit_v0.delete_branch('master')");
            served.fails("22004", "Commit message cannot be NULL", "SELECT pggit.commit(NULL)");
            served.fails("42704", "Tag nope not found", "SELECT pggit.delete_tag('nope')");
            served.run("SELECT pggit.checkout('x')");
            served.fails("55006", "Cannot delete branch x: it is checked out", "SELECT pggit.delete_branch('x')");
            served.run("CREATE TABLE t (id integer)", "SELECT pggit.checkout('main')", "SELECT pggit.tag('v1')");
            served.fails("42710", "Tag v1 already exists", "SELECT pggit.tag('v1', 'x')");
            served.fails("55000", "Branch x is not fully merged", "SELECT pggit.delete_branch('x')");
            served.run("SELECT pggit.delete_branch('x', force => true)", "SELECT pggit.create_branch('x')");
            served.begin();
            served.run("CREATE TABLE u (id integer)");
            served.fails("55006", "Cannot checkout branch with active transactions", "SELECT pggit.checkout('x')");
            served.rollback();
            served.begin();
            served.run("CREATE TABLE u (id integer)");
            served.fails("55006", "Cannot checkout branch with active transactions", "SELECT pggit.checkout('main')");
            served.rollback();
            served.run("SELECT pggit.delete_branch('x')", "SELECT pggit.delete_tag('v1')");
            served.run(
                    "INSERT INTO pggit.branches (name, status) VALUES ('main', 'ACTIVE') ON CONFLICT (name) DO NOTHING");
            served.fails("55000", "Branch z does not exist", "INSERT INTO pggit.branches (name) VALUES ('z')");
            served.run("SET default_transaction_isolation = 'repeatable read'");
            served.fails("0A000", "READ COMMITTED", "SELECT pggit.create_branch('x')");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aDetachedHeadCommitsOnNoBranch(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE a (id integer)", "CREATE TABLE b (id integer)", "SELECT pggit.tag('v1', 'HEAD~1')");
            String message = served.one("SELECT pggit.checkout('v1')");
            assertTrue(message.matches("HEAD is now at [0-9a-f]{7} \\(detached\\)"), message);
            assertEquals("HEAD", served.one("SELECT pggit.get_current_branch()"));
            served.run("CREATE TABLE nowhere (id integer)");
            String lost = served.one("SELECT pggit_v0.get_head_sha()");
            assertEquals("Switched to branch 'main'", served.one("SELECT pggit.checkout('HEAD')"));
            assertEquals(
                    "a,b",
                    served.one("SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class"
                            + " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"));
            served.run("SELECT pggit.create_branch('found', '" + lost + "')", "SELECT pggit.checkout('found')");
            assertEquals("nowhere", served.one("SELECT to_regclass('nowhere')"));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whatWentPastTheRecordIsRefusedAndACommitTakesItIn(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE t (id integer)",
                    "CREATE TABLE gone (id integer)",
                    "SELECT pggit.create_branch('x')",
                    "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer DISABLE",
                    "ALTER EVENT TRIGGER pggit_sql_drop_2_writer DISABLE",
                    "ALTER TABLE t ADD COLUMN secretly integer",
                    "DROP TABLE gone",
                    "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer ENABLE ALWAYS",
                    "ALTER EVENT TRIGGER pggit_sql_drop_2_writer ENABLE ALWAYS");
            served.fails(
                    "55000", "Live schema differs from HEAD in: public.gone, public.t", "SELECT pggit.checkout('x')");
            served.run("SELECT pggit.create_commit('take it in')");
            assertEquals("public.gone,public.t", served.one("SELECT array_to_string(objects, ',') FROM pggit.log(1)"));
            assertEquals("0", served.one("SELECT count(*) FROM pggit.drift()"));
            served.run("SELECT pggit.checkout('x')");
            assertEquals("gone", served.one("SELECT to_regclass('gone')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whatASessionCommitsToAnotherBranchIsLiveAndNamedUntilABranchIsCheckedOut(PostgresVersion version)
            throws Exception {
        String differences = "SELECT details FROM pggit_v0.validate_data_integrity() WHERE status <> 'OK'";
        try (Served served = Served.started(version, data)) {
            served.run("CREATE TABLE t (id integer)", "SELECT pggit.create_branch('y')");
            served.run("SET pggit.branch = 'x'", "CREATE TABLE aside (id integer)", "RESET pggit.branch");
            assertEquals("public.aside (not at HEAD)", served.one(differences));
            assertEquals(
                    "WARNING",
                    served.one("SELECT severity FROM pggit_v0.check_for_alerts() WHERE alert_type = 'DRIFT'"));
            assertEquals("", served.one("SELECT string_agg(object, ',') FROM pggit.drift()"), "it is recorded");
            served.run("SET pggit.branch = 'y'", "ALTER TABLE t ADD COLUMN more text", "RESET pggit.branch");

            SqlError refused = served.error("SELECT pggit.revert('HEAD')");

            assertEquals("55000", refused.state());
            assertTrue(refused.message().startsWith("Live schema differs from HEAD in: "), refused.message());
            served.fails("55000", "differs from HEAD in: public.t", "SELECT pggit.merge('x')");
            assertEquals("Already on 'main'", served.one("SELECT pggit.checkout('main')"));
            assertEquals("", served.one("SELECT to_regclass('aside')"), "HEAD's branch has no such table");
            assertEquals("", served.one(differences));
            served.run("SELECT pggit.merge('x')", "SELECT pggit.merge('y')");
            assertEquals("aside", served.one("SELECT to_regclass('aside')"));
            assertEquals("", served.one(differences));
            served.run("SET pggit.branch = 'z'", "CREATE TABLE further (id integer)", "RESET pggit.branch");
            served.run("INSERT INTO further VALUES (1)", "SELECT pggit.merge('z')");
            assertEquals("1", served.one("SELECT count(*) FROM further"), "a merge of that branch leaves what is live");
            assertEquals("", served.one(differences));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aRevertTakesBackOneCommitAndKeepsWhatCameLater(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE a (id integer)",
                    "ALTER TABLE a ADD COLUMN wrong integer",
                    "ALTER TABLE a ADD COLUMN right_ integer");
            String sha = served.one("SELECT pggit.revert('HEAD~1')");
            assertEquals(sha, served.one("SELECT pggit_v0.get_head_sha()"));
            assertEquals("id,right_", served.one(COLUMNS.replace("users", "a")));
            assertEquals("Revert \"ALTER TABLE public.a\"", served.one("SELECT message FROM pggit.log(1)"));
            served.fails("55000", "Revert conflict", "SELECT pggit.revert('HEAD~3')");
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void rolesMayDoWhatTheyAreFor(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            String nobody = served.role("nobody");
            String reader = served.role("reader");
            String developer = served.role("developer");
            served.run(
                    "GRANT pggit_reader TO " + reader,
                    "GRANT pggit_developer TO " + developer,
                    "CREATE TABLE owned_by_admin (id integer)",
                    "GRANT CREATE ON SCHEMA public TO " + developer + ", " + nobody,
                    "SELECT pggit.create_branch('x')");
            served.as(nobody, session -> {
                session.fails("42501", "permission denied", "SELECT pggit.get_current_branch()");
                session.fails("42501", "permission denied", "SELECT * FROM pggit_v0.refs");
                session.run("CREATE TABLE by_nobody (id integer)", "DROP TABLE by_nobody");
            });
            served.as(reader, session -> {
                assertEquals("main", session.one("SELECT pggit.get_current_branch()"));
                assertEquals("2", session.one("SELECT count(*) FROM pggit_v0.refs"));
                assertEquals("2", session.one("SELECT count(*) FROM pggit.branches"));
                session.fails("42501", "permission denied", "SELECT pggit.create_branch('y')");
                session.fails("42501", "permission denied", "SELECT pggit.checkout('x')");
            });
            served.as(developer, session -> {
                session.run(
                        "SELECT pggit.checkout('x')", "CREATE TABLE own (id integer)", "SELECT pggit.checkout('main')");
                session.fails("42501", "pggit_admin", "SELECT pggit.delete_branch('x', true)");
                session.fails("42501", "pggit_admin", "SELECT pggit.checkout('x', p_discard_data => true)");
                session.fails("42501", "permission denied", "SELECT pggit.init()");
                session.fails("42501", "permission denied", "SELECT pggit.record_operation('tag', '{}')");
                session.fails("42501", "permission denied", "UPDATE pggit.head SET branch = 'x'");
                session.fails(
                        "42501",
                        "permission denied",
                        "SELECT pggit.append('ddl', 'operation', 'x', NULL, NULL, NULL, NULL, NULL)");
            });
            served.run("SELECT pggit.checkout('x')", "DROP TABLE owned_by_admin");
            served.as(developer, session -> session.run("SELECT pggit.create_commit('mine')"));
            assertEquals(developer, served.one("SELECT author FROM pggit.log(1)"));
            served.run("CREATE SCHEMA apart", "CREATE TABLE apart.t (id integer)");
            served.as(developer, session -> {
                session.fails("42501", "permission denied for schema apart", "SELECT pggit.checkout('main')");
                assertEquals("x", session.one("SELECT pggit.get_current_branch()"));
            });
        }
    }
}
