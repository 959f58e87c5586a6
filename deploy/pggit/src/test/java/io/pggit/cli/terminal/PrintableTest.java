package io.pggit.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void controlCharactersAreShownAndNotObeyed() {
        assertEquals("\\u001b[31mred\\u0007", Printable.line("\u001b[31mred\u0007"));
        assertEquals("c1 \\u009b and del \\u007f", Printable.line("c1 \u009b and del \u007f"));
        assertEquals("a\\u000d\\u000ab", Printable.line("a\r\nb"));
    }

    @Test
    void bidirectionalAndInvisibleCharactersAreShown() {
        assertEquals("user\\u202etxt\\u2066\\u200b\\ufeff", Printable.line("user\u202etxt\u2066\u200b\ufeff"));
    }

    @Test
    void linesStayWhereTheyBelong() {
        assertEquals("a\n\tb\\u000d\n", Printable.text("a\n\tb\r\n"));
    }

    @Test
    void ordinaryTextOfAnyScriptStays() {
        assertEquals("größe naïve 表 🐘 שלום", Printable.line("größe naïve 表 🐘 שלום"));
    }
}
