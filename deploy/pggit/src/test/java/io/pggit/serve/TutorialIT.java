package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tutorials as a reader would type them: each block of SQL runs, and its last result is what the page shows. */
class TutorialIT {
    private static final Path PAGES = Path.of(System.getProperty("pggit.root"), "docs", "tutorial");
    private static final Pattern BLOCK =
            Pattern.compile("^```sql\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"a-feature-from-branch-to-migration, V15", "commits-history-and-health, V18"})
    void everyStatementShowsWhatThePageSays(String page, PostgresVersion version) throws Exception {
        try (TestDatabase database = TestDatabase.on(version)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            try (Engine engine = Engines.start(database.url(), directory);
                    Connection connection = database.connect()) {
                PsqlScript script = new PsqlScript(connection);
                for (Block block : blocks(page)) {
                    List<List<String>> result = script.run(block.sql());
                    if (!block.shown().isEmpty()) {
                        assertEquals(block.shown(), result, block.sql());
                    }
                }
            }
        }
    }

    private record Block(String sql, List<List<String>> shown) {}

    private static List<Block> blocks(String page) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(PAGES.resolve(page + ".md")));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2) == null ? List.of() : table(matcher.group(2))));
        }
        assertFalse(blocks.isEmpty(), page);
        return blocks;
    }

    /** The cells of a table as psql draws it: the header first. */
    private static List<List<String>> table(String drawn) {
        return drawn.lines()
                .filter(line -> !line.matches("[-+]+"))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }
}
