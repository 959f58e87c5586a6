package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;

/** Labels of enums that get other names: the rows stay, and so does everything that spells a label. */
class LabelIT {
    private static final BothWays TRIALS = new BothWays();

    private static final String SCHEMA = """
            CREATE TYPE "Colour" AS ENUM ('%1$s', 'green', '%2$s');
            CREATE DOMAIN shade AS "Colour" DEFAULT '%1$s' CHECK (VALUE <> '%2$s');
            CREATE FUNCTION warm(c "Colour" DEFAULT '%1$s') RETURNS SETOF "Colour" BEGIN ATOMIC SELECT '%1$s'::"Colour"; END;
            CREATE TABLE t (id integer, c "Colour" DEFAULT '%1$s', cs "Colour"[] DEFAULT ARRAY['%1$s', 'green', '%2$s', NULL]::"Colour"[],
                s shade DEFAULT '%1$s', hot boolean GENERATED ALWAYS AS (c = '%1$s' OR c = ANY (ARRAY['green', '%1$s']::"Colour"[])) STORED,
                CHECK (c <> '%2$s' OR id > 0));
            CREATE INDEX reds ON t (id) WHERE c = '%1$s';
            CREATE INDEX marks ON t ((CASE c WHEN '%1$s' THEN 1 ELSE 0 END));
            CREATE STATISTICS seen ON (c = '%1$s'), id FROM t;
            CREATE POLICY picked ON t USING (c IN ('%1$s', '%2$s'));
            CREATE VIEW v AS SELECT id, '%1$s'::"Colour" AS label FROM t WHERE c IN ('%1$s', 'green');
            CREATE MATERIALIZED VIEW m AS SELECT count(*) FILTER (WHERE c = '%2$s') AS n FROM t;
            CREATE RULE noted AS ON UPDATE TO t WHERE new.c = '%1$s' DO ALSO DELETE FROM t WHERE c = '%2$s';
            CREATE TABLE listed (c "Colour", name text) PARTITION BY LIST (c);
            CREATE TABLE listed_1 PARTITION OF listed FOR VALUES IN ('%1$s', 'green', '%2$s') PARTITION BY RANGE (name, c);
            CREATE TABLE listed_2 PARTITION OF listed_1 FOR VALUES FROM ('red', '%1$s') TO ('red', '%2$s');
            """;

    @OldestAndNewest
    void whateverSpellsALabelFollowsItsName(PostgresVersion version) throws Exception {
        List<Verdict> verdicts =
                TRIALS.run(version, SCHEMA.formatted("red", "blue"), SCHEMA.formatted("dark, {\\red}", "\"blue\""));

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                () -> why(verdicts));
        assertEquals(
                List.of(
                        "ALTER TYPE public.\"Colour\" RENAME VALUE 'blue' TO '\"blue\"'",
                        "ALTER TYPE public.\"Colour\" RENAME VALUE 'red' TO E'dark, {\\\\red}'"),
                statements(verdicts.get(0)),
                () -> why(verdicts));
    }

    @OldestAndNewest
    void whatHasALabelAsAStringIsMadeAnew(PostgresVersion version) throws Exception {
        String schema = """
                CREATE TYPE colour AS ENUM ('%1$s', 'green');
                CREATE TABLE t (c colour, name text DEFAULT '%1$s', late colour DEFAULT lower('%1$s')::colour);
                CREATE FUNCTION f() RETURNS colour LANGUAGE sql AS $$ SELECT '%1$s'::public.colour $$;
                COMMENT ON TABLE t IS 'is ''%1$s''::public.colour';
                """;

        List<Verdict> verdicts = TRIALS.run(version, schema.formatted("red"), schema.formatted("dark"));

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                () -> why(verdicts));
        assertEquals(5, statements(verdicts.get(0)).size(), () -> why(verdicts));
    }

    @OldestAndNewest
    void aLabelIsRenamedWhereAnotherIsAdded(PostgresVersion version) throws Exception {
        List<Verdict> verdicts = TRIALS.run(
                version,
                "CREATE TYPE colour AS ENUM ('red', 'green'); CREATE TABLE t (c colour DEFAULT 'red')",
                "CREATE TYPE colour AS ENUM ('dark', 'green', 'blue'); CREATE TABLE t (c colour DEFAULT 'blue')");

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                () -> why(verdicts));
        assertTrue(
                statements(verdicts.get(0)).get(1).startsWith("ALTER TYPE public.colour ADD VALUE"),
                () -> why(verdicts));
    }

    private static String why(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.why() + " " + verdict.statements())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> statements(Verdict verdict) {
        List<String> statements = verdict.statements();
        return statements.subList(0, statements.indexOf("-- DOWN"));
    }

    @AfterAll
    static void drop() throws SQLException {
        TRIALS.close();
    }
}
