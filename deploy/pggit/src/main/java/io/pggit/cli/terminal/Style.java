package io.pggit.cli.terminal;

/** How a piece of output looks on a terminal; elsewhere it makes no difference. */
public enum Style {
    /** Ids: what a reader copies. */
    ID("33"),
    /** Added lines, passed checks. */
    GOOD("32"),
    /** Removed lines, failed checks. */
    BAD("31"),
    /** Neither good nor bad, worth a look. */
    NOTE("36"),
    /** Headings. */
    BOLD("1"),
    /** What may be skipped. */
    FAINT("2"),
    /** All other text. */
    PLAIN("");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String apply(String text) {
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
