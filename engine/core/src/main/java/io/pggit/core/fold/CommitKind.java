package io.pggit.core.fold;

import java.util.Locale;

/** Why a commit exists. */
public enum CommitKind {
    /** What was there when pgGit was installed. */
    BASELINE,
    /** A transaction changed the schema. */
    AUTO,
    /** Somebody asked for it and gave it a message. */
    NAMED,
    /** Two lines of commits came together. */
    MERGE;

    /** The spelling of stored and printed commits, such as {@code auto}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads that spelling. */
    public static CommitKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
