package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading functions with arguments nobody should give them: a clear error or an answer, and the session goes on. */
class ReadingArgumentsIT {
    private static final List<String> CALLS = List.of(
            "pggit.diff(%s)",
            "pggit.diff('main', %s)",
            "pggit.diff_as_sql(%s)",
            "pggit.diff_as_sql('main', %s)",
            "pggit.diff_schemas(%s)",
            "pggit.merge_base(%s, 'main')",
            "pggit.merge_base('main', %s)",
            "pggit_v0.diff_branches(%s, 'main')",
            "pggit_v0.diff_branches('main', %s)",
            "pggit.get_history(%s)",
            "pggit.get_history('users', %s::text)",
            "pggit.get_version(%s)",
            "pggit.blame(%s)",
            "pggit.blame('users', %s)",
            "pggit_v0.get_object_history(%s, 'users')",
            "pggit_v0.get_object_history('public', %s)",
            "pggit_v0.get_object_definition(%s, 'users')",
            "pggit_v0.get_object_definition('public', %s)",
            "pggit_v0.get_object_definition('public', 'users', %s)",
            "pggit_v0.get_object_metadata(%s, 'users')",
            "pggit_v0.get_object_metadata('public', %s)",
            "pggit_v0.get_object_metadata('public', 'users', %s)",
            "pggit.list_intents(%s)",
            "pggit.list_intents(NULL, %s)",
            "pggit.register_intent(%s, 'f', ARRAY['DROP TABLE a'])",
            "pggit.register_intent('a', %s, ARRAY['DROP TABLE a'])",
            "pggit.register_intent('a', 'f', ARRAY[%s])",
            "pggit.register_intent('a', 'f', ARRAY['DROP TABLE a'], ARRAY[%s])",
            "pggit.register_intent('a', 'f', ARRAY['DROP TABLE a'], NULL, %s)",
            "pggit.register_intent('a', 'f', ARRAY['DROP TABLE a'], NULL, NULL, %s)",
            "pggit.update_intent(gen_random_uuid(), %s)",
            "pggit.update_intent(NULL, 'completed', %s)",
            "pggit.resolve_intent_conflict(NULL, %s)",
            "pggit.resolve_intent_conflict(-1, %s)");

    private static final List<String> NUMBERS = List.of(
            "pggit.get_history('users', %s::integer)",
            "pggit.get_history('users', 'TABLE', %s)", "pggit_v0.get_object_history('public', 'users', %s)");

    private static final List<String> ODD = List.of(
            "NULL",
            "''",
            "repeat('x', 10240)",
            "repeat('a~', 5120)",
            "$x$it's \"odd\"; DROP TABLE users --$x$",
            "$x$\"$x$",
            "'nobody@{never}'",
            "'main~99999999999999'",
            "'f(('",
            "E'\\x01\\u2028 \\U0001F600'");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void oddArgumentsGiveAClearErrorOrAnAnswer(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run("CREATE TABLE users (id integer)");
            List<String> wrong = new ArrayList<>();

            for (String argument : ODD) {
                CALLS.forEach(call -> call(session, String.format(call, argument), wrong));
            }
            for (String argument : List.of("NULL", "-1", "0", "2147483647")) {
                NUMBERS.forEach(call -> call(session, String.format(call, argument), wrong));
            }

            assertEquals(List.of(), wrong);
            assertEquals("f", session.value("SELECT to_regclass('public.users') IS NULL"));
            assertEquals("2", session.value("SELECT count(*) FROM pggit.log()"));
            assertEquals(
                    "22004", session.failure("SELECT * FROM pggit.diff(NULL)").getSQLState());
            assertTrue(session.failure("SELECT * FROM pggit.diff('nowhere')")
                    .getMessage()
                    .contains("Revision nowhere not found"));
        }
    }

    private static void call(Session session, String call, List<String> wrong) {
        try {
            session.rows("SELECT * FROM " + call);
        } catch (SQLException e) {
            String state = e.getSQLState();
            boolean ours = List.of("22004", "22023", "42704", "42725", "42710").contains(state);
            if (!ours || e.getMessage().length() > 1_500) {
                String text =
                        e.getMessage().substring(0, Math.min(200, e.getMessage().length()));
                wrong.add(call.substring(0, Math.min(100, call.length())) + ": " + state + " " + text);
            }
        }
    }
}
