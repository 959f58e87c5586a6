package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.Corpus;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the audit rows say must equal what the catalog says, after every statement. Reading the whole catalog that often
 * takes minutes, so that by default as many statements share a reading as a time box asks for; with
 * {@code -Dpggit.fidelity=full} each has its own.
 */
class FidelityIT {
    private static final boolean FULL = "full".equals(System.getProperty("pggit.fidelity"));
    private static final Duration BOX = Duration.ofMillis(500);

    @ParameterizedTest
    @EnumSource
    void afterEachStatementTheRowsSayWhatTheCatalogSays(PostgresVersion version) throws Exception {
        read(version, OnFault.STRICT, List.of("battery.sql", "battery_of_kinds.sql", "battery_of_traps.sql"));
    }

    @OldestAndNewest
    void theRowsSayTheSameInModeAvailable(PostgresVersion version) throws Exception {
        read(
                version,
                OnFault.AVAILABLE,
                FULL
                        ? List.of("battery.sql", "battery_of_kinds.sql", "battery_of_traps.sql")
                        : List.of("battery_of_traps.sql"));
    }

    private static void read(PostgresVersion version, OnFault onFault, List<String> files) throws Exception {
        List<String> misses = new ArrayList<>();
        int statements = 0;
        int readings = 0;
        for (String file : files) {
            try (WatchedDatabase watched = new WatchedDatabase(version)) {
                watched.run("SELECT pggit.set_on_fault('" + onFault.text() + "')");
                List<Battery.Step> steps = Battery.steps(file, version, watched::fillIn);
                long spentNs = 0;
                List<String> since = new ArrayList<>();
                for (int i = 0; i < steps.size(); i++) {
                    Battery.Step step = steps.get(i);
                    boolean last = i + 1 == steps.size()
                            || step.unseen()
                            || steps.get(i + 1).unseen();
                    watched.run(step.sql());
                    since.add(step.sql());
                    statements++;
                    if (FULL || last || spentNs < BOX.toNanos() * (i + 1) / steps.size()) {
                        long start = System.nanoTime();
                        List<String> differences = watched.differences();
                        spentNs += System.nanoTime() - start;
                        readings++;
                        if (!step.unseen()) {
                            differences.forEach(
                                    difference -> misses.add(String.join("; ", since) + "\n  " + difference));
                        }
                        since.clear();
                    }
                }
            }
        }
        long missed =
                misses.stream().map(miss -> miss.lines().findFirst()).distinct().count();
        System.out.println("fidelity " + version + " " + onFault.text() + ": " + (statements - missed) + " of "
                + statements + " statements without a difference, " + readings + " readings of the catalog");
        assertEquals(List.of(), misses);
    }

    /** The build loads them through the whole of pgGit, in {@code RealSchemaIT}. */
    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "pggit.fidelity", matches = "full")
    void aRealSchemaIsRecordedWhole(PostgresVersion version) throws Exception {
        newest("real/danbooru", version);
    }

    /** Its newest version needs PostgreSQL 18. */
    @Test
    @EnabledIfSystemProperty(named = "pggit.fidelity", matches = "full")
    void aSchemaWithPartitionsAndDomainsIsRecordedWhole() throws Exception {
        newest("real/pagila", PostgresVersion.V18);
    }

    private static void newest(String folder, PostgresVersion version) throws IOException, SQLException {
        List<Path> files = Corpus.files(folder, ".sql", 1);
        if (files.isEmpty()) {
            return;
        }
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run(Files.readString(files.get(files.size() - 1)));

            assertEquals(List.of(), watched.differences());
            System.out.println(folder + " " + version + ": " + watched.live().size() + " objects, "
                    + watched.rows().size() + " rows, 0 differences");
        }
    }
}
