package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** A unique index that becomes a key is not built again. */
class KeyIT {
    private static final String TABLE = "CREATE TABLE t (id integer NOT NULL, \"Code\" text NOT NULL, note text); ";
    private static final BothWays TRIALS = new BothWays();

    @OldestAndNewest
    void aKeyTakesOverAnIndexOfItsColumns(PostgresVersion version) throws Exception {
        List<Verdict> verdicts = TRIALS.run(
                version,
                TABLE + "CREATE UNIQUE INDEX by_id ON t (id);"
                        + " CREATE UNIQUE INDEX \"By code\" ON t (\"Code\", id) INCLUDE (note);",
                TABLE + "ALTER TABLE t ADD PRIMARY KEY (id);"
                        + " ALTER TABLE t ADD CONSTRAINT codes UNIQUE (\"Code\", id) INCLUDE (note) DEFERRABLE");

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                verdicts::toString);
        assertEquals(
                List.of(
                        "ALTER TABLE public.t ADD CONSTRAINT codes UNIQUE USING INDEX \"By code\" DEFERRABLE",
                        "ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX by_id"),
                verdicts.get(0).statements().stream()
                        .takeWhile(statement -> !statement.equals("-- DOWN"))
                        .sorted()
                        .toList());
    }

    /** Each differs from what the key needs in one thing. */
    @OldestAndNewest
    void aKeyBuildsItsOwnWhereNoIndexIsLikeIt(PostgresVersion version) throws Exception {
        List<String> indexes = List.of(
                "CREATE UNIQUE INDEX %s ON %s (id DESC)",
                "CREATE UNIQUE INDEX %s ON %s (id) WHERE note IS NULL",
                "CREATE UNIQUE INDEX %s ON %s (id) WITH (fillfactor = 70)",
                "CREATE INDEX %s ON %s (id)",
                "CREATE UNIQUE INDEX %s ON %s (id); COMMENT ON INDEX %1$s IS 'mine'",
                "ALTER TABLE %2$s ALTER id TYPE text; CREATE UNIQUE INDEX %1$s ON %2$s (id)");
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        List<String> built = new ArrayList<>();
        for (int i = 0; i < indexes.size(); i++) {
            String table = "t" + i;
            String create = "CREATE TABLE " + table + " (id integer NOT NULL, note text); ";
            String key = "ADD CONSTRAINT k" + i + " UNIQUE (id)";
            before.append(create)
                    .append(indexes.get(i).formatted("k" + i, table))
                    .append("; ");
            after.append(create)
                    .append("ALTER TABLE ")
                    .append(table)
                    .append(' ')
                    .append(key)
                    .append("; ");
            built.add("ALTER TABLE public." + table + " " + key);
        }

        List<Verdict> verdicts = TRIALS.run(version, before.toString(), after.toString());

        assertEquals(
                List.of(Verdict.Result.CONVERGED, Verdict.Result.CONVERGED),
                BothWays.results(verdicts),
                verdicts::toString);
        assertEquals(
                built,
                verdicts.get(0).statements().stream()
                        .filter(built::contains)
                        .sorted()
                        .toList());
    }

    @OldestAndNewest
    void aNameThatIsWantedElsewhereIsFreedFirst(PostgresVersion version) throws Exception {
        List<Verdict> verdicts = TRIALS.run(
                version,
                TABLE + "CREATE UNIQUE INDEX taken ON t (id)",
                TABLE + "ALTER TABLE t ADD CONSTRAINT one UNIQUE (id); CREATE TABLE taken (id integer)");

        assertEquals(Verdict.Result.CONVERGED, verdicts.get(0).result(), verdicts::toString);
    }

    @AfterAll
    static void drop() throws SQLException {
        TRIALS.close();
    }
}
