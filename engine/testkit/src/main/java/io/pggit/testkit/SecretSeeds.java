package io.pggit.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements with secrets in every shape we know, for tests that look for them where they must not be. */
public final class SecretSeeds {
    private static final Pattern BLOCK = Pattern.compile("-- @ (\\S+)( refused)?\n(.*)", Pattern.DOTALL);
    private static final List<String> GROUND = List.of(
            "CREATE EXTENSION postgres_fdw",
            "CREATE EXTENSION file_fdw",
            "CREATE SERVER files FOREIGN DATA WRAPPER file_fdw",
            "CREATE SERVER fs FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h')",
            "CREATE TABLE kept (id int)",
            "CREATE TABLE parted (k text) PARTITION BY LIST (k)");
    private static final List<String> CLEARING =
            List.of("ALTER SUBSCRIPTION sb SET (slot_name = NONE)", "DROP SUBSCRIPTION sb");

    private SecretSeeds() {}

    /** Makes what the statements need; call it before anything is looked at. */
    public static void prepare(TestDatabase database) throws SQLException {
        database.run(GROUND.toArray(String[]::new));
    }

    /**
     * Runs them.
     *
     * @return the secrets
     * @throws AssertionError when a statement is refused that should not be, or the other way round
     */
    public static List<String> plant(TestDatabase database) throws SQLException {
        List<String> secrets = new ArrayList<>();
        String role = database.createRole("seed");
        try (Connection connection = database.connect();
                Statement session = connection.createStatement()) {
            for (String block : text().split("\n----\n")) {
                Matcher matcher = BLOCK.matcher(block);
                if (matcher.find()) {
                    secrets.add(matcher.group(1));
                    String statement = matcher.group(3)
                            .replace("CREATE ROLE ROLE_a", "ALTER ROLE ROLE_a")
                            .replace("ROLE_a", role);
                    if (refused(session, statement) != (matcher.group(2) != null)) {
                        throw new AssertionError("seed " + matcher.group(1) + " does not behave as marked");
                    }
                }
            }
            session.execute("DROP OWNED BY " + role);
        }
        return secrets;
    }

    /** Drops what would keep the database from being dropped. */
    public static void clear(TestDatabase database) throws SQLException {
        database.run(CLEARING.toArray(String[]::new));
    }

    private static boolean refused(Statement session, String statement) {
        try {
            session.execute(statement);
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private static String text() {
        try (InputStream in = SecretSeeds.class.getResourceAsStream("secrets.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
