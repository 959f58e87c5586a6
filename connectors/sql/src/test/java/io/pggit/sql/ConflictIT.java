package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merges that stay open while other things happen. */
class ConflictIT {
    private static final String OPEN = "SELECT string_agg(concat_ws(' ', conflict_type, object_name, attribute), ', '"
            + " ORDER BY id) FROM pggit.conflicts WHERE NOT resolved";
    private static final String RESOLVE =
            "SELECT pggit.resolve_conflict(id, '%s') FROM pggit.conflicts WHERE NOT resolved";
    private static final String TYPES = "SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', '"
            + " ORDER BY attname) FROM pg_attribute WHERE attrelid = 'public.users'::regclass AND attnum > 0"
            + " AND NOT attisdropped";
    private static final String DRIFT = "SELECT string_agg(object, ',') FROM pggit.drift()";

    @TempDir
    Path data;

    private static Served withUsers(PostgresVersion version, Path data) throws SQLException {
        Served served = Served.started(version, data);
        served.run(
                "CREATE TABLE users (email text, nick text)",
                "CREATE TABLE old (id integer)",
                "SELECT pggit.checkout('one', true)");
        return served;
    }

    private static String retype(String column, int length) {
        return "ALTER TABLE users ALTER COLUMN " + column + " TYPE varchar(" + length + ")";
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aResolutionThatWouldDestroyDataIsRefusedAndTheConflictStaysOpen(PostgresVersion version) throws Exception {
        try (Served served = withUsers(version, data)) {
            served.run(retype("email", 10), "DROP TABLE old", "SELECT pggit.checkout('main')", retype("email", 20));
            served.run("INSERT INTO old VALUES (1), (2)", "SELECT pggit.merge('one')");

            served.fails("55000", "Merge would discard data in: public.old (2 rows)", RESOLVE.formatted("ours"));

            assertEquals("column_modified public.users columns.email.type", served.one(OPEN));
            served.run("SELECT pggit.resolve_conflict(id, 'ours', p_discard_data => true) FROM pggit.conflicts"
                    + " WHERE NOT resolved");
            assertEquals("", served.one("SELECT to_regclass('old')"));
            assertEquals("", served.one(OPEN));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whatTheTargetDidMeanwhileCountsAndMayBringUpMore(PostgresVersion version) throws Exception {
        try (Served served = withUsers(version, data)) {
            served.run(retype("email", 10), retype("nick", 10), "SELECT pggit.checkout('main')", retype("email", 20));
            assertEquals("awaiting_resolution", served.one("SELECT pggit.merge('one')->>'status'"));
            assertEquals("column_modified public.users columns.email.type", served.one(OPEN));
            served.run(retype("nick", 20), "SELECT pggit.checkout('one')", "CREATE TABLE too_late (id integer)");
            served.run("SELECT pggit.checkout('main')");

            served.run(RESOLVE.formatted("theirs"));

            assertEquals("column_modified public.users columns.nick.type", served.one(OPEN));
            assertEquals("email character varying(20), nick character varying(20)", served.one(TYPES));
            served.run(RESOLVE.formatted("ours"));
            assertEquals("", served.one(OPEN));
            assertEquals("email character varying(10), nick character varying(20)", served.one(TYPES));
            assertEquals("", served.one("SELECT to_regclass('too_late')"), "what was merged is what was looked at");
            assertEquals("ACTIVE", served.one("SELECT status FROM pggit.branches WHERE name = 'one'"));
            assertEquals("", served.one(DRIFT));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aMergeIsCompletedWithoutTouchingWhatElseIsCheckedOut(PostgresVersion version) throws Exception {
        try (Served served = withUsers(version, data)) {
            served.run(retype("email", 10), "SELECT pggit.checkout('main')", retype("email", 20));
            served.run("SELECT pggit.merge('one')", "SELECT pggit.checkout('two', true)");
            served.run("ALTER TABLE users DROP COLUMN nick");

            served.run(RESOLVE.formatted("theirs"));

            assertEquals("", served.one(OPEN));
            assertEquals("email character varying(20)", served.one(TYPES));
            assertEquals("", served.one(DRIFT));
            served.run("SELECT pggit.checkout('main')");
            assertEquals("email character varying(10), nick text", served.one(TYPES));
            assertEquals("2", served.one("SELECT cardinality(parent_shas) FROM pggit_v0.get_commit_history(1)"));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aBranchIsNotDeletedWhileAMergeIntoItAwaitsResolution(PostgresVersion version) throws Exception {
        try (Served served = withUsers(version, data)) {
            served.run(
                    "SELECT pggit.create_branch('two', 'main')", retype("email", 10), "SELECT pggit.checkout('two')");
            served.run(retype("email", 20), "SELECT pggit.merge('one')", "SELECT pggit.checkout('main')");

            served.fails(
                    "55006",
                    "Cannot delete branch two: a merge into it awaits resolution",
                    "SELECT pggit.delete_branch('two', force => true)");
            served.fails("55006", "a merge into it awaits resolution", "SELECT pggit_v0.delete_branch('two')");

            served.run("SELECT pggit.abort_merge()", "SELECT pggit.delete_branch('two', force => true)");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whatOneSideRemovedAndTheOtherChangedOrUsesIsAConflict(PostgresVersion version) throws Exception {
        try (Served served = withUsers(version, data)) {
            served.run(
                    "DROP TABLE old",
                    "ALTER TABLE users DROP COLUMN nick",
                    "SELECT pggit.checkout('main')",
                    "ALTER TABLE old ADD COLUMN name text",
                    "CREATE VIEW nicks AS SELECT nick FROM users");

            assertEquals("2", served.one("SELECT pggit.merge('one')->>'conflict_count'"));

            assertEquals(
                    "CREATE TABLE public.old",
                    served.one("SELECT left(ours, 23) FROM pggit.conflicts WHERE conflict_type = 'table_removed'"
                            + " AND attribute IS NULL AND theirs IS NULL AND branch_b_sql = 'DROP TABLE public.old;'"));
            assertTrue(served.one(OPEN).contains("dangling_reference"), served.one(OPEN));
            served.run(RESOLVE.formatted("theirs"));
            assertEquals("", served.one("SELECT to_regclass('old')"));
            assertEquals("", served.one(OPEN));
            assertEquals("", served.one(DRIFT));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void twoMergesAtOnceComeOneAfterTheOther(PostgresVersion version) throws Exception {
        try (Served served = withUsers(version, data);
                var other = served.connect()) {
            served.run("CREATE TABLE a (id integer)", "SELECT pggit.checkout('main')");
            served.run(
                    "SELECT pggit.checkout('two', true)",
                    "CREATE TABLE b (id integer)",
                    "SELECT pggit.checkout('main')");
            served.begin();
            served.run("SELECT pggit.merge('one')");
            try (var statement = other.createStatement()) {
                statement.execute("SET lock_timeout = '200ms'");
            }
            String busy = "";
            try {
                Served.one(other, "SELECT pggit.merge('two')");
            } catch (SQLException e) {
                busy = e.getSQLState();
            }
            served.commit();

            assertEquals("55P03", busy);
            assertEquals("completed", Served.one(other, "SELECT pggit.merge('two')->>'status'"));
            assertEquals("a b", served.one("SELECT concat_ws(' ', to_regclass('a'), to_regclass('b'))"));
            served.replayGivesTheSame();
        }
    }
}
