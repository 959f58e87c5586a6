package io.pggit.cli.terminal;

/**
 * Text from a database, made harmless for a terminal: names, messages and statements are written by whoever may run DDL,
 * and control characters in them could move the cursor, change the title or hide what follows.
 */
public final class Printable {
    private Printable() {}

    /** {@code text} on one line: control and bidirectional characters, line ends too, as {@code \}{@code u001b}. */
    public static String line(String text) {
        return escape(text, false);
    }

    /** {@code text} with its line ends and tabs, all other control and bidirectional characters escaped. */
    public static String text(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLines) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean kept = keepLines && (c == '\n' || c == '\t');
            if (!kept && (Character.isISOControl(c) || reordersOrHides(c))) {
                safe.append(String.format("\\u%04x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** Format characters (Cf: bidirectional controls, zero-width ones, byte order mark) and line separators. */
    private static boolean reordersOrHides(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
