package io.pggit.sql.answer;

/** Texts of others that errors repeat. */
public final class Texts {
    private static final int SHOWN = 200;

    private Texts() {}

    /** {@code text}, cut where it is too long to be read. */
    public static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
