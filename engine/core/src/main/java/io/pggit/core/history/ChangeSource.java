package io.pggit.core.history;

import io.pggit.core.fold.CommitKind;
import java.util.List;
import java.util.Locale;

/** Where a change came from, as far as its connection says. */
public enum ChangeSource {
    /** A session of somebody's. */
    DIRECT,
    /** A migration tool, by the application name it gives itself. */
    MIGRATION_TOOL,
    /** A function of pgGit. */
    PGGIT,
    /** What was there when pgGit was installed. */
    BASELINE;

    private static final List<String> TOOLS = List.of("confiture", "flyway", "liquibase", "alembic", "sqitch");

    /** The source of a commit that a session with this application name made. */
    public static ChangeSource of(CommitKind kind, String applicationName) {
        return switch (kind) {
            case BASELINE -> BASELINE;
            case NAMED, MERGE -> PGGIT;
            case AUTO -> {
                String name = applicationName.toLowerCase(Locale.ROOT);
                yield TOOLS.stream().anyMatch(name::contains) ? MIGRATION_TOOL : DIRECT;
            }
        };
    }

    /** The spelling of stored and printed commits, such as {@code migration_tool}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
