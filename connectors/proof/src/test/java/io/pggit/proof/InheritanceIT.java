package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestServers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;

/** What a table has of its own becomes what it has from the table above, and its values stay. */
class InheritanceIT {
    private static final Map<PostgresVersion, ScratchDatabases> SCRATCH = new EnumMap<>(PostgresVersion.class);

    private static final String TRIGGER = """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''moved''; END';
            CREATE TRIGGER watch BEFORE UPDATE ON child FOR EACH ROW EXECUTE FUNCTION refuse();
            CREATE INDEX child_total ON child (total);
            CREATE VIEW totals AS SELECT total FROM child;
            """;

    @OldestAndNewest
    void aColumnIsAdoptedWithItsValues(PostgresVersion version) throws Exception {
        String own =
                "CREATE TABLE parent (id integer); CREATE TABLE child (total integer DEFAULT 7) INHERITS (parent);";
        String inherited =
                "CREATE TABLE parent (id integer, total integer DEFAULT 7); CREATE TABLE child () INHERITS (parent);";

        List<Verdict> verdicts = run(version, own + TRIGGER, inherited + TRIGGER);

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED), results(verdicts), verdicts::toString);
        assertEquals(List.of(), refused(verdicts.get(0)));
    }

    @OldestAndNewest
    void aCheckIsAdopted(PostgresVersion version) throws Exception {
        String tables = "CREATE TABLE parent (id integer); CREATE TABLE child () INHERITS (parent);";

        List<Verdict> verdicts = run(
                version,
                tables + "ALTER TABLE child ADD CONSTRAINT positive CHECK (id > 0)",
                tables + "ALTER TABLE parent ADD CONSTRAINT positive CHECK (id > 0)");

        assertEquals(Verdict.Result.CONVERGED, verdicts.get(0).result(), verdicts::toString);
        assertEquals(List.of(), refused(verdicts.get(0)));
    }

    @OldestAndNewest
    void whatCannotBeAdoptedIsRefusedByName(PostgresVersion version) throws Exception {
        List<Verdict> verdicts = run(
                version,
                "CREATE TABLE parent (id integer); CREATE TABLE child (total integer NOT NULL) INHERITS (parent);",
                "CREATE TABLE parent (id integer, total integer NOT NULL); CREATE TABLE child () INHERITS (parent);");

        assertEquals(
                List.of(
                        "REFUSED Refusal[object=column total of TABLE public.child, reason=it stays its own besides being"
                                + " inherited, which PostgreSQL cannot take back: added as NOT NULL without a default, it could"
                                + " not take the values later]"),
                refused(verdicts.get(0)));
    }

    private static List<Verdict> run(PostgresVersion version, String before, String after) throws Exception {
        CorpusCase pair = new CorpusCase(
                "inheritance", "there", "", before, after, List.of(), Optional.empty(), false, version.major());
        PlanOptions options = PlanOptions.forServer(version.major()).runBy("postgres");
        List<Verdict> verdicts = new ArrayList<>();
        for (CorpusCase way : List.of(pair, pair.reversed())) {
            verdicts.add(new Trial(scratch(version), way, options, UnaryOperator.identity()).run());
        }
        return verdicts;
    }

    private static ScratchDatabases scratch(PostgresVersion version) throws SQLException {
        if (!SCRATCH.containsKey(version)) {
            PostgresServer server = TestServers.postgres(version);
            SCRATCH.put(version, new ScratchDatabases(server.host(), server.port(), Optional.empty()));
        }
        return SCRATCH.get(version);
    }

    @AfterAll
    static void drop() throws SQLException {
        for (ScratchDatabases scratch : SCRATCH.values()) {
            scratch.close();
        }
        SCRATCH.clear();
    }

    private static List<Verdict.Result> results(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::result).toList();
    }

    private static List<String> refused(Verdict verdict) {
        return verdict.statements().stream()
                .filter(statement -> statement.startsWith(Verdict.REFUSED))
                .toList();
    }
}
