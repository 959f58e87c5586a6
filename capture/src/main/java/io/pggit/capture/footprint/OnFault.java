package io.pggit.capture.footprint;

import java.util.Locale;

/** What becomes of a DDL command that cannot be recorded. */
public enum OnFault {
    /** It is refused: no change without its record. */
    STRICT,
    /** It goes on, and that its facts are lost is announced. Costs a subtransaction for each event of a command. */
    AVAILABLE;

    /** The spelling of the footprint, such as {@code strict}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
