package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the audit rows say must equal what the catalog says, and what was run, after DDL that nobody thought of. The build takes the same few
 * walks each time; {@code -Dpggit.random.walks=100 -Dpggit.random.seed=…} takes more and others.
 */
class RandomFidelityIT {
    private static final int WALKS = Integer.getInteger("pggit.random.walks", 1);
    private static final int LENGTH = Integer.getInteger("pggit.random.length", 150);
    private static final long SEED = Long.getLong("pggit.random.seed", 1L);

    @OldestAndNewest
    void afterAnyStatementTheRowsSayWhatTheCatalogSaysAndWhatWasRun(PostgresVersion version) throws Exception {
        List<String> misses = new ArrayList<>();
        int done = 0;
        for (long seed = SEED; seed < SEED + WALKS; seed++) {
            try (WatchedDatabase watched = new WatchedDatabase(version);
                    Connection session =
                            DriverManager.getConnection(watched.database.url() + "&preferQueryMode=simple")) {
                watched.run("DO $$BEGIN CREATE ROLE pggit_walk_a; CREATE ROLE pggit_walk_b;"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END$$");
                Random random = new Random(seed);
                RandomDdl ddl = new RandomDdl(session, random);
                for (int i = 0; i < LENGTH; i++) {
                    List<String> statements = List.of(ddl.next(), ddl.next());
                    String sent = sent(statements, random);
                    long before = watched.lastSeq();
                    if (succeeds(session, sent)) {
                        done++;
                        String where = "seed " + seed + ", " + i + ": " + sent + "\n  ";
                        watched.differences().forEach(difference -> misses.add(where + difference));
                        otherTexts(session, before, statements).forEach(text -> misses.add(where + text));
                    }
                }
            }
        }
        System.out.println("random DDL on " + version + ": " + done + " of " + WALKS * LENGTH + " texts done, "
                + misses.size() + " differences, -Dpggit.random.seed=" + SEED);
        assertEquals(List.of(), misses);
    }

    /** As it is, in a block, beside another one, or with something undone between them. */
    private static String sent(List<String> statements, Random random) {
        String statement = statements.get(0);
        return switch (random.nextInt(9)) {
            case 0 -> "DO $do$BEGIN EXECUTE $run$" + statement + "$run$; END$do$";
            case 1 -> "DO $do$BEGIN EXECUTE $run$" + String.join("; ", statements) + "$run$; END$do$";
            case 2 -> String.join(";\n-- and then;\n", statements) + ";";
            case 3 -> undoing(statement, statements.get(1));
            default -> statement;
        };
    }

    private static String undoing(String first, String second) {
        return "DO $do$BEGIN EXECUTE $run$" + first + "$run$; BEGIN CREATE TABLE undone (); RAISE division_by_zero;"
                + " EXCEPTION WHEN division_by_zero THEN EXECUTE $run$" + second + "$run$; END; END$do$";
    }

    private static boolean succeeds(Connection session, String sent) throws SQLException {
        try (Statement run = session.createStatement()) {
            run.execute(sent);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Texts of the rows from a number on that are none of the statements, or not said to be exact; secrets apart. */
    private static List<String> otherTexts(Connection session, long after, List<String> statements)
            throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement select = session.createStatement();
                ResultSet row = select.executeQuery("SELECT statement, statement_exact, redactions FROM pggit.ddl_audit"
                        + " WHERE seq > " + after + " ORDER BY seq")) {
            while (row.next()) {
                String text = row.getString(1).replace("-- and then;\n", "").strip();
                if (!row.getBoolean(2) || row.getInt(3) == 0 && !statements.contains(text)) {
                    texts.add((row.getBoolean(2) ? "exact: " : "not exact: ") + row.getString(1));
                }
            }
        }
        return texts;
    }
}
