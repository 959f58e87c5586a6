package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** What a table has of its own becomes what it has from the table above, and its values stay. */
class InheritanceIT {
    private static final BothWays TRIALS = new BothWays();

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

        List<Verdict> verdicts = TRIALS.run(version, own + TRIGGER, inherited + TRIGGER);

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                verdicts::toString);
        assertEquals(List.of(), BothWays.refused(verdicts.get(0)));
    }

    @OldestAndNewest
    void aCheckIsAdopted(PostgresVersion version) throws Exception {
        String tables = "CREATE TABLE parent (id integer); CREATE TABLE child () INHERITS (parent);";

        List<Verdict> verdicts = TRIALS.run(
                version,
                tables + "ALTER TABLE child ADD CONSTRAINT positive CHECK (id > 0)",
                tables + "ALTER TABLE parent ADD CONSTRAINT positive CHECK (id > 0)");

        assertEquals(Verdict.Result.CONVERGED, verdicts.get(0).result(), verdicts::toString);
        assertEquals(List.of(), BothWays.refused(verdicts.get(0)));
    }

    @OldestAndNewest
    void whatCannotBeAdoptedIsRefusedByName(PostgresVersion version) throws Exception {
        List<Verdict> verdicts = TRIALS.run(
                version,
                "CREATE TABLE parent (id integer); CREATE TABLE child (total integer NOT NULL) INHERITS (parent);",
                "CREATE TABLE parent (id integer, total integer NOT NULL); CREATE TABLE child () INHERITS (parent);");

        assertEquals(
                List.of(
                        "REFUSED Refusal[object=column total of TABLE public.child, reason=it stays its own besides being"
                                + " inherited, which PostgreSQL cannot take back: added as NOT NULL without a default, it could"
                                + " not take the values later]"),
                BothWays.refused(verdicts.get(0)));
    }

    @OldestAndNewest
    void anIndexAboveIsValidAlthoughAPartitionWithoutOneLeaves(PostgresVersion version) throws Exception {
        String tables = "CREATE TABLE whole (id integer) PARTITION BY RANGE (id);"
                + " CREATE TABLE low PARTITION OF whole FOR VALUES FROM (0) TO (10);";

        List<Verdict> verdicts = TRIALS.run(
                version,
                tables + "CREATE TABLE zenith PARTITION OF whole FOR VALUES FROM (90) TO (100)",
                tables + "CREATE INDEX by_id ON whole (id)");

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                verdicts::toString);
    }

    /** One part is a table, or divided once more, while the key that is referenced stays. */
    @OldestAndNewest
    void aPartitionIsDividedBelowAKeyThatIsReferenced(PostgresVersion version) throws Exception {
        String whole =
                "CREATE TABLE whole (id integer, part integer, PRIMARY KEY (id, part)) PARTITION BY RANGE (part);";
        String pointing = "CREATE TABLE pointing (id integer, part integer, FOREIGN KEY (id, part) REFERENCES whole)";

        List<Verdict> verdicts = TRIALS.run(
                version,
                whole + "CREATE TABLE low PARTITION OF whole FOR VALUES FROM (0) TO (10);" + pointing,
                whole
                        + "CREATE TABLE low PARTITION OF whole FOR VALUES FROM (0) TO (20) PARTITION BY HASH (id);"
                        + " CREATE TABLE low_1 PARTITION OF low FOR VALUES WITH (MODULUS 1, REMAINDER 0)");

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                verdicts::toString);
    }

    @AfterAll
    static void drop() throws SQLException {
        TRIALS.close();
    }
}
