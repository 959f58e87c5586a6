package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines keep the change that wrote them. */
class BlameTest {
    private final Blame<String> blame = new Blame<>();

    private List<String> lines() {
        return blame.lines().stream()
                .map(line -> line.change() + " " + line.text())
                .toList();
    }

    @Test
    void aLineBelongsToTheLastChangeThatWroteIt() {
        blame.add("first", "CREATE TABLE t (\n  a int,\n  b int\n);\n");
        blame.add("second", "CREATE TABLE t (\n  a bigint,\n  b int\n);\n");
        blame.add("third", "CREATE TABLE t (\n  a bigint,\n  b int,\n  c int\n);");

        assertEquals(
                List.of("first CREATE TABLE t (", "second   a bigint,", "third   b int,", "third   c int", "first );"),
                lines());
    }

    @Test
    void nothingSurvivesADrop() {
        blame.add("first", "CREATE VIEW v");
        blame.add("second", "");
        assertEquals(List.of(), lines());

        blame.add("third", "CREATE VIEW v");

        assertEquals(List.of("third CREATE VIEW v"), lines());
    }
}
