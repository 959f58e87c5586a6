package io.pggit.quickstart;

import io.pggit.capture.SqlFile;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** A week in a small shop: what people do to its schema. The statements are in files beside this class. */
final class Story {
    private static final List<Step> STEPS = List.of(
            new Step(
                    "1_roles",
                    "postgres",
                    "psql",
                    Optional.empty(),
                    "makes the roles ann and ben, and a schema for ann"),
            new Step(
                    "2_migration",
                    "ann",
                    "migrate",
                    Optional.of("SHOP-1"),
                    "migrates: two tables and an index, in one transaction"),
            new Step("3_rename", "ann", "migrate", Optional.of("SHOP-2"), "renames the column mail to email"),
            new Step("4_view", "ann", "migrate", Optional.of("SHOP-3"), "adds a view over the renamed column"),
            new Step("5_function", "ann", "migrate", Optional.of("SHOP-3"), "adds a function"),
            new Step(
                    "6_emergency",
                    "ben",
                    "psql",
                    Optional.empty(),
                    "drops the view by hand, at night, and tells nobody"));

    /**
     * One session of one person.
     *
     * @param file the statements
     * @param role who
     * @param application what the session calls itself
     * @param ticket what the session claims to work on
     * @param caption what happens, for the reader
     */
    private record Step(String file, String role, String application, Optional<String> ticket, String caption) {}

    private final DatabaseUrl database;

    Story(DatabaseUrl database) {
        this.database = database;
    }

    /** Whether it was played in this database before; it cannot be played twice. */
    boolean wasPlayed() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SqlFile.of(Story.class, "played"))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Plays every step and says so. */
    void play(Terminal terminal) throws SQLException {
        for (Step step : STEPS) {
            String who = String.format("%-9s %-10s", step.role(), "(" + step.application() + ")");
            terminal.line("  " + terminal.styled(Style.BOLD, who) + " " + step.caption());
            play(step);
        }
    }

    /** Returns when the engine has everything that was committed until now: a question tells. */
    void settle() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.properties());
                Statement statement = connection.createStatement()) {
            statement.execute(SqlFile.of(Story.class, "settle"));
        }
    }

    private void play(Step step) throws SQLException {
        Properties properties = database.properties();
        properties.setProperty("user", step.role());
        properties.setProperty("ApplicationName", step.application());
        step.ticket().ifPresent(ticket -> properties.setProperty("options", "-c pggit.ticket=" + ticket));
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), properties);
                Statement statement = connection.createStatement()) {
            statement.execute(statements(step.file()));
        }
    }

    /** Without the comment at the top, which is for readers of the file and not a part of what ann and ben typed. */
    private static String statements(String file) {
        return SqlFile.of(Story.class, file)
                .lines()
                .dropWhile(line -> line.startsWith("--"))
                .collect(Collectors.joining("\n"));
    }
}
