package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the audit rows say must equal what the catalog says after DDL that nobody thought of. The build takes the same few
 * walks each time; {@code -Dpggit.random.walks=100 -Dpggit.random.seed=…} takes more and others.
 */
class RandomFidelityIT {
    private static final int WALKS = Integer.getInteger("pggit.random.walks", 1);
    private static final int LENGTH = Integer.getInteger("pggit.random.length", 150);
    private static final long SEED = Long.getLong("pggit.random.seed", 1L);

    @OldestAndNewest
    void afterAnyStatementTheRowsSayWhatTheCatalogSays(PostgresVersion version) throws Exception {
        List<String> misses = new ArrayList<>();
        int done = 0;
        for (long seed = SEED; seed < SEED + WALKS; seed++) {
            try (WatchedDatabase watched = new WatchedDatabase(version)) {
                watched.run("DO $$BEGIN CREATE ROLE pggit_walk_a; CREATE ROLE pggit_walk_b;"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END$$");
                Random random = new Random(seed);
                RandomDdl ddl = new RandomDdl(watched.connection, random);
                for (int i = 0; i < LENGTH; i++) {
                    String statement = wrapped(ddl, random);
                    if (succeeds(watched, statement)) {
                        done++;
                        for (String difference : watched.differences()) {
                            misses.add("seed " + seed + ", statement " + i + ": " + statement + "\n  " + difference);
                        }
                    }
                }
            }
        }
        System.out.println("random DDL on " + version + ": " + done + " of " + WALKS * LENGTH + " statements done, "
                + misses.size() + " differences, -Dpggit.random.seed=" + SEED);
        assertEquals(List.of(), misses);
    }

    /** As it is, in a block, or beside another one, with something undone between them. */
    private static String wrapped(RandomDdl ddl, Random random) throws SQLException {
        String statement = ddl.next();
        return switch (random.nextInt(8)) {
            case 0 -> "DO $do$BEGIN EXECUTE $run$" + statement + "$run$; END$do$";
            case 1 ->
                "BEGIN; " + statement + "; SAVEPOINT s; CREATE TABLE undone (); ROLLBACK TO s; " + ddl.next()
                        + "; COMMIT";
            default -> statement;
        };
    }

    private static boolean succeeds(WatchedDatabase watched, String statement) throws SQLException {
        try {
            watched.run(statement);
            return true;
        } catch (SQLException e) {
            watched.run("ROLLBACK");
            return false;
        }
    }
}
