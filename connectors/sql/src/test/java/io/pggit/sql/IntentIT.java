package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Intents, and where they touch the same, from SQL. */
class IntentIT {
    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void differentColumnsOfATableAreAWarningTheSameOneIsAnError(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id integer)");
            String one = session.value("SELECT pggit.register_intent('a', 'Payments!',"
                    + " ARRAY['ALTER TABLE users ADD COLUMN stripe_id text'])");
            session.value(
                    "SELECT pggit.register_intent('b', 'analytics', ARRAY['ALTER TABLE public.users ADD last_seen date'])");
            assertEquals(
                    List.of("table|warning|{public.users}"),
                    session.rows("SELECT conflict_type, severity, affected_objects FROM pggit.intent_conflicts()"));
            session.value(
                    "SELECT pggit.register_intent('c', 'payments', ARRAY['ALTER TABLE users ADD stripe_id int'])");

            assertEquals(
                    List.of("column|error|{public.users.stripe_id}", "table|warning|{public.users}"),
                    session.rows("SELECT conflict_type, severity, affected_objects FROM pggit.intent_conflicts('" + one
                            + "') WHERE intent_b = (SELECT id FROM pggit.list_intents(NULL, 'c')) ORDER BY 1"));
            assertEquals(
                    List.of(
                            "c|feature/payments_001|conflicted|{public.users}|2",
                            "b|feature/analytics|conflicted|{public.users}|2",
                            "a|feature/payments|registered|{public.users}|2"),
                    session.rows("SELECT agent_id, branch_name, status, tables_affected, cardinality(conflicts_with)"
                            + " FROM pggit.list_intents()"));
            session.rows("SELECT pggit.resolve_intent_conflict(id, 'talked') FROM pggit.intent_conflicts() LIMIT 1");
            session.rows("SELECT pggit.update_intent('" + one + "', 'abandoned', 'not now')");
            assertEquals(
                    List.of("talked|t"),
                    session.rows("SELECT resolution_notes, reviewed_at IS NOT NULL"
                            + " FROM pggit.intent_conflicts() WHERE reviewed"));
            assertEquals(List.of("a"), session.rows("SELECT agent_id FROM pggit.list_intents('abandoned')"));
            assertEquals(
                    "42704",
                    session.failure("SELECT pggit.update_intent(gen_random_uuid(), 'completed')")
                            .getSQLState());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V18"})
    void twoThatAreAtOneTableAtOneTimeAreWarned(PostgresVersion version) throws Exception {
        String register = "SELECT pggit.register_intent('%s', '%s', ARRAY['ALTER TABLE users ADD %s text'],"
                + " p_metadata => '{\"starts_at\": \"2026-03-01 %s\", \"ends_at\": \"2026-03-01 %s\"}')";
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id integer)");
            session.value(register.formatted("a", "one", "c1", "10:00+0", "11:00+0"));
            session.value(register.formatted("b", "two", "c2", "12:00+0", "13:00+0"));
            assertEquals(
                    List.of("table"), session.rows("SELECT conflict_type FROM pggit.intent_conflicts() ORDER BY 1"));

            session.value(register.formatted("c", "three", "c3", "10:30+0", "11:30+0"));

            assertEquals(
                    List.of("a|c|timing|warning|{public.users}"),
                    session.rows("SELECT a.agent_id, b.agent_id, c.conflict_type, c.severity, c.affected_objects"
                            + " FROM pggit.intent_conflicts() AS c JOIN pggit.list_intents() AS a ON a.id = c.intent_a"
                            + " JOIN pggit.list_intents() AS b ON b.id = c.intent_b WHERE c.conflict_type = 'timing'"));
            assertEquals(
                    "22023",
                    session.failure(register.formatted("d", "four", "c4", "11:00+0", "10:00+0"))
                            .getSQLState());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V18"})
    void whatABranchChangedIsHeldAgainstIntentsAndAMergedBranchEndsThem(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run(
                    "CREATE TABLE users (id integer)",
                    "SELECT pggit.create_branch('other')",
                    "SELECT pggit.checkout('other')",
                    "ALTER TABLE users ADD COLUMN phone text");
            session.run("SELECT pggit.register_intent('a', 'one', ARRAY['ALTER TABLE users ADD phone text'])");

            assertEquals(
                    List.of("other|column|{public.users.phone}|error", "other|table|{public.users}|warning"),
                    session.rows("SELECT branch_name, conflict_type, affected_objects, severity"
                            + " FROM pggit.intent_branch_conflicts()"));
            session.run(
                    "SELECT pggit.create_branch('feature/one')",
                    "UPDATE pggit.branch SET status = 'MERGED' WHERE name = 'feature/one'");
            assertEquals(List.of("merged"), session.rows("SELECT status FROM pggit.list_intents()"));
        }
    }
}
