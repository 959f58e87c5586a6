package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.testkit.Corpus;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the audit rows say of a schema that somebody else thought out must equal what the catalog says. Looks at a sample;
 * at all of them with {@code -Dpggit.fidelity=full}.
 */
class CorpusFidelityIT {
    private static final boolean FULL = "full".equals(System.getProperty("pggit.fidelity"));
    private static final int EACH = FULL ? 1 : 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> misses = new ArrayList<>();
    private int sides;
    private int unfit;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void schemasOfTheCorpusAreRecordedWhole(PostgresVersion version) throws Exception {
        List<JsonNode> cases = cases();
        for (int i = 0; i < cases.size(); i += EACH) {
            side(version, cases.get(i), "old");
            side(version, cases.get(i), "new");
        }
        System.out.println("corpus " + version + ": " + (sides - misses.size()) + " of " + sides
                + " schemas without a difference, " + unfit + " do not load, of " + 2 * cases.size());
        assertEquals(List.of(), misses);
    }

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        for (var file : Corpus.files("diff", ".jsonl", 441)) {
            for (String line : Files.readAllLines(file)) {
                cases.add(JSON.readTree(line));
            }
        }
        return cases;
    }

    private void side(PostgresVersion version, JsonNode of, String side) throws SQLException {
        List<String> roles = new ArrayList<>();
        of.path("roles").forEach(role -> roles.add(role.textValue()));
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            for (String role : roles) {
                watched.run("CREATE ROLE " + role);
            }
            if (loads(watched, of.path("setup").asText(""))
                    && loads(watched, of.path(side).asText(""))) {
                sides++;
                List<String> differences = watched.differences();
                if (!differences.isEmpty()) {
                    misses.add(of.path("name").textValue() + " " + side + "\n  " + String.join("\n  ", differences));
                }
            } else {
                unfit++;
            }
        } finally {
            try (TestDatabase other = TestDatabase.on(version)) {
                for (String role : roles) {
                    other.run("DROP ROLE IF EXISTS " + role);
                }
            }
        }
    }

    /** Some need a newer version, and one is invalid on purpose. */
    private static boolean loads(WatchedDatabase watched, String script) {
        try {
            watched.run(script.equals("null") ? "" : script);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
