package io.pggit.core.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Text of strangers made safe to print, to log and to put into a commit: what moves a cursor, breaks a line or reverses the
 * reading direction is written as an escape. The characters are listed here, not asked of Java, whose Unicode tables
 * differ between versions: a replay must give the same bytes.
 */
public final class PlainText {
    private static final String EMAIL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-";

    private PlainText() {}

    /** One line: newlines and tabs are escaped too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** One line for a name in a commit header, where git gives angle brackets a meaning. */
    public static String person(String name) {
        return line(name).replace("<", "\\u003c").replace(">", "\\u003e").trim();
    }

    /** Lines indented by four blanks, so that none can be a trailer, a divider or a comment; tabs stay. */
    public static String block(String text) {
        StringBuilder block = new StringBuilder();
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            String plain = escaped(line, true).replaceAll("[ \\t]+$", "");
            block.append(plain.isEmpty() ? "" : "    ").append(plain).append('\n');
        }
        return block.toString();
    }

    /** The part of an e-mail address before the {@code @}: percent-encoded UTF-8. */
    public static String mailbox(String role) {
        StringBuilder mailbox = new StringBuilder();
        for (byte b : role.getBytes(StandardCharsets.UTF_8)) {
            if (EMAIL.indexOf(b) >= 0) {
                mailbox.append((char) b);
            } else {
                mailbox.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        return mailbox.toString();
    }

    private static String escaped(String text, boolean tabs) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t' && tabs) {
                escaped.append('\t');
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\r') {
                escaped.append("\\r");
            } else if (c == '\t') {
                escaped.append("\\t");
            } else if (misleads(c)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean misleads(int c) {
        return c < 0x20
                || in(c, 0x7F, 0x9F) // control characters
                || c == 0xAD // soft hyphen
                || c == 0x61C // bidirectional, as are 200E, 200F, 202A-202E and 2066-2069
                || in(c, 0x200B, 0x200F) // invisible
                || in(c, 0x2028, 0x202E) // line and paragraph separators
                || in(c, 0x2060, 0x206F)
                || in(c, 0xD800, 0xDFFF) // half a character
                || c == 0xFEFF
                || in(c, 0xFFF9, 0xFFFB)
                || in(c, 0xE0000, 0xE007F); // invisible tags
    }

    private static boolean in(int c, int first, int last) {
        return first <= c && c <= last;
    }
}
