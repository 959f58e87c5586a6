package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What users may call: names, arguments, defaults and columns as written down in two lists, and every function there is with
 * arguments nobody should give it.
 */
class ContractIT {
    private static final String FUNCTIONS = "SELECT format('%s.%s(%s) %s', n.nspname, p.proname,"
            + " pg_get_function_arguments(p.oid), pg_get_function_result(p.oid)) FROM pg_proc AS p"
            + " JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname IN ('pggit', 'pggit_v0')";
    private static final String RELATIONS = "SELECT format('%s.%s(%s)', n.nspname, c.relname,"
            + " string_agg(format('%s %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum))"
            + " FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
            + " JOIN pg_attribute AS a ON a.attrelid = c.oid WHERE n.nspname IN ('pggit', 'pggit_v0') AND c.relkind = 'v'"
            + " GROUP BY n.nspname, c.relname";

    /** Whoever has one of the roles may call it: the contract's functions and the parts they are made of. */
    private static final String CALLABLE = "SELECT format('%s.%s|', n.nspname, p.proname) || coalesce("
            + "(SELECT string_agg(format_type(t.type, NULL), ',' ORDER BY t.place)"
            + " FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS t (type, place)), '') FROM pg_proc AS p"
            + " JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname IN ('pggit', 'pggit_v0')"
            + " AND has_function_privilege('pggit_admin', p.oid, 'EXECUTE')"
            + " AND p.prorettype <> ALL ('{trigger,event_trigger}'::regtype[]) ORDER BY p.oid::regprocedure::text";

    private static final Map<String, List<String>> ODD = Map.of(
            "text",
            List.of(
                    "NULL",
                    "''",
                    "repeat('x', 10240)",
                    "$x$it's \"odd\"; DROP TABLE users --$x$",
                    "'no such thing'",
                    "'main@{never}'",
                    "'f(('",
                    "E'\\x01\\u2028 \\U0001F600'"),
            "integer",
            List.of("NULL", "-1", "0", "2147483647"),
            "bigint",
            List.of("NULL", "-1"),
            "boolean",
            List.of("NULL", "true"),
            "uuid",
            List.of("NULL", "'00000000-0000-0000-0000-000000000000'"),
            "jsonb",
            List.of("NULL", "'{}'", "'[]'", "'\"x\"'", "'[[1, 2]]'"),
            "text[]",
            List.of("NULL", "'{}'", "'{NULL}'", "ARRAY['no such thing', repeat('x', 10240)]"),
            "name[]",
            List.of("NULL", "'{}'", "'{nowhere}'"),
            "timestamp with time zone",
            List.of("NULL", "'infinity'"),
            "pggit.branch_status",
            List.of("NULL", "'DELETED'"));

    private static final Map<String, String> IN_ORDER = Map.of(
            "text",
            "'main'",
            "integer",
            "1",
            "bigint",
            "0",
            "boolean",
            "false",
            "jsonb",
            "'{}'",
            "text[]",
            "ARRAY['DROP TABLE a']",
            "name[]",
            "'{public}'",
            "timestamp with time zone",
            "now()");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = "V15")
    void everythingPromisedIsThereAsPromised(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            promised(session);
        }
    }

    private static void promised(Session session) throws SQLException, IOException {
        TreeSet<String> functions = new TreeSet<>(listed("functions"));
        functions.removeAll(session.rows(FUNCTIONS));
        assertEquals(new TreeSet<>(), functions);
        TreeSet<String> relations = new TreeSet<>(listed("relations"));
        relations.removeAll(session.rows(RELATIONS));
        assertEquals(new TreeSet<>(), relations);
    }

    private static List<String> listed(String name) throws IOException {
        try (InputStream in = ContractIT.class.getResourceAsStream("ContractIT/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void everyFunctionAnswersOrRefusesOddArgumentsClearlyAndWritesNothing(PostgresVersion version) throws Exception {
        String written =
                "SELECT concat_ws(' ', (SELECT count(*) FROM pggit.ddl_audit), (SELECT count(*) FROM pggit.branch),"
                        + " (SELECT count(*) FROM pggit.tag_name), (SELECT count(*) FROM pggit.merge_work), (SELECT branch FROM"
                        + " pggit.head), (SELECT count(*) FROM pg_class))";
        try (Session session = new Session(version, data)) {
            promised(session);
            Set<String> promised = new HashSet<>();
            listed("functions").forEach(line -> promised.add(line.substring(0, line.indexOf('('))));
            session.run("CREATE TABLE users (id integer)", "SELECT pggit.create_branch('other')");
            session.connection().setAutoCommit(false);
            List<String> wrong = new ArrayList<>();
            int called = 0;

            for (Call call : calls(session)) {
                String before = session.value(written);
                boolean refused = !call.problem(session, promised, wrong).isEmpty();
                called++;
                if (refused) {
                    session.connection().rollback();
                    if (!session.value(written).equals(before)) {
                        wrong.add(call.sql() + " wrote something");
                    }
                }
                session.connection().rollback();
            }

            assertEquals(List.of(), wrong);
            assertTrue(called > 400, called + " calls");
        }
    }

    /** One call. */
    private record Call(String function, String sql) {
        private static final String UNCLEAR = "XX.*|P0001|42P01|42883|42703|2202E";
        /** Everything but the states the contract gives for arguments. */
        private static final String PROMISED_UNCLEAR = "(?!22004|22023|42704|42710|42725|55000|55006).*";

        private static final int LONGEST = 1_500;
        /** Of SQL that is handed on; PostgreSQL repeats it. */
        private static final String SYNTAX_ERROR = "42601";

        /** The SQLSTATE it was refused with, empty if it was not; what is unclear goes to {@code wrong}. */
        private String problem(Session session, Set<String> promised, List<String> wrong) {
            try {
                session.rows(sql);
                return "";
            } catch (SQLException e) {
                String message = String.valueOf(e.getMessage());
                String unclear = promised.contains(function) ? PROMISED_UNCLEAR : UNCLEAR;
                if (e.getSQLState().matches(unclear)
                        || message.length() > LONGEST && !e.getSQLState().equals(SYNTAX_ERROR)) {
                    wrong.add(shortened(sql) + ": " + e.getSQLState() + " " + shortened(message));
                }
                return e.getSQLState();
            }
        }

        private static String shortened(String text) {
            return text.length() > 200 ? text.substring(0, 200) : text;
        }
    }

    /** Each function with each odd value in each place, and what is in order in the others. */
    private static List<Call> calls(Session session) throws SQLException {
        List<Call> calls = new ArrayList<>();
        for (String row : session.rows(CALLABLE)) {
            String name = row.substring(0, row.indexOf('|'));
            List<String> types = List.of(row.substring(row.indexOf('|') + 1).split(",")).stream()
                    .filter(type -> !type.isEmpty())
                    .toList();
            if (types.isEmpty()) {
                calls.add(new Call(name, "SELECT * FROM " + name + "()"));
            }
            for (int place = 0; place < types.size(); place++) {
                for (String odd : ODD.get(types.get(place))) {
                    List<String> arguments = new ArrayList<>();
                    for (int i = 0; i < types.size(); i++) {
                        String value = i == place ? odd : IN_ORDER.getOrDefault(types.get(i), "NULL");
                        arguments.add(value + "::" + types.get(i));
                    }
                    calls.add(new Call(name, "SELECT * FROM " + name + "(" + String.join(", ", arguments) + ")"));
                }
            }
        }
        return calls;
    }
}
