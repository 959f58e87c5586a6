package io.pggit.core.event;

/** What a command does, read off its command tag. */
public enum ChangeKind {
    /** Makes objects. */
    CREATE,
    /** Changes objects. */
    ALTER,
    /** Removes objects. */
    DROP,
    /** Gives or takes privileges. */
    GRANT,
    /** Describes objects in words. */
    COMMENT,
    /** Labels objects for a security provider. */
    SECURITY_LABEL,
    /** Rebuilds what is there: {@code REINDEX}, {@code REFRESH MATERIALIZED VIEW}. */
    MAINTENANCE,
    /** Records what was there when pgGit was installed. */
    BASELINE,
    /** Records what was found different from the record. */
    RECONCILE,
    /** A function of pgGit did something, such as a checkout. */
    OPERATION,
    /** A tag this version does not know. */
    OTHER;

    /** The kind of a command tag, such as {@code ALTER TABLE}. */
    public static ChangeKind ofTag(String tag) {
        int blank = tag.indexOf(' ');
        return switch (blank < 0 ? tag : tag.substring(0, blank)) {
            case "CREATE", "IMPORT", "SELECT" -> CREATE;
            case "ALTER" -> ALTER;
            case "DROP" -> DROP;
            case "GRANT", "REVOKE" -> GRANT;
            case "COMMENT" -> COMMENT;
            case "SECURITY" -> SECURITY_LABEL;
            case "REINDEX", "REFRESH" -> MAINTENANCE;
            case "BASELINE" -> BASELINE;
            case "RECONCILE" -> RECONCILE;
            case "PGGIT" -> OPERATION;
            default -> OTHER;
        };
    }

    /** The spelling of events, such as {@code security_label}. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
