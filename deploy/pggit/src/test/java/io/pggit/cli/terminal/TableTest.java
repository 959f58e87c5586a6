package io.pggit.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsLineUp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

        new Table("name", "n")
                .row("größe", "1")
                .row("x", "22\u001b")
                .print(new Terminal(stream, stream, Terminal.Colours.OFF), "  ");

        assertEquals("  name   n\n  größe  1\n  x      22\\u001b\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aRowHasACellForEachHeading() {
        assertThrows(IllegalArgumentException.class, () -> new Table("a", "b").row("1"));
    }
}
