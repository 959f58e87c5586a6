package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.Corpus;
import io.pggit.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the audit rows say must equal what the catalog says, after every statement. */
class FidelityIT {
    private static final String FROM = "-- from ";

    @ParameterizedTest
    @EnumSource
    void afterEachStatementTheRowsSayWhatTheCatalogSays(PostgresVersion version) throws Exception {
        List<String> misses = new ArrayList<>();
        int statements = 0;
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            for (String statement : battery(version)) {
                watched.run(statement);
                statements++;
                for (String difference : watched.differences()) {
                    misses.add(statement + "\n  " + difference);
                }
            }
        }
        System.out.println("fidelity " + version + ": "
                + (statements
                        - misses.stream()
                                .map(miss -> miss.lines().findFirst())
                                .distinct()
                                .count()) + " of " + statements + " statements without a difference");
        assertEquals(List.of(), misses);
    }

    private static List<String> battery(PostgresVersion version) throws IOException {
        List<String> statements = new ArrayList<>();
        String text;
        try (var file = FidelityIT.class.getResourceAsStream("battery.sql")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String block : text.substring(text.indexOf("\n\n")).strip().split("\n\n+")) {
            boolean limited = block.startsWith(FROM);
            if (!limited || Integer.parseInt(block.substring(FROM.length(), block.indexOf('\n'))) <= version.major()) {
                statements.add(block);
            }
        }
        return statements;
    }

    @ParameterizedTest
    @EnumSource
    void aRealSchemaIsRecordedWhole(PostgresVersion version) throws Exception {
        newest("real/danbooru", version);
    }

    /** Its newest version needs PostgreSQL 18. */
    @Test
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
