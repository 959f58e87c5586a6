package io.pggit.cli.database;

import io.pggit.capture.Database;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a database is and how to log in: everything a URL and the {@code PG*} variables said, in the words of PgJDBC.
 * A URL given by the user wins over a variable, a variable over the default. No printed form holds the password.
 *
 * <p>Without a password here, PgJDBC looks into the password file ({@code PGPASSFILE}, {@code ~/.pgpass}).
 */
public final class DatabaseUrl {
    private final List<String> addresses;
    private final String database;
    private final String user;
    private final Optional<String> password;
    private final SortedMap<String, String> settings;

    /**
     * A database.
     *
     * @param addresses {@code host:port} each, as they stand in a URL
     */
    DatabaseUrl(
            List<String> addresses,
            String database,
            String user,
            Optional<String> password,
            Map<String, String> settings) {
        this.addresses = List.copyOf(addresses);
        this.database = database;
        this.user = user;
        this.password = password;
        this.settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * Reads any form a user may type: {@code jdbc:postgresql:…}, {@code postgresql://…}, {@code postgres://…}, or
     * {@code host=… dbname=…}. Empty text means: only the variables.
     *
     * @param text the URL
     * @param environment variables by name; only those that begin with {@code PG}, {@code USER} and
     *     {@code USERNAME} are looked at
     * @throws DatabaseUrlException when it is none of these forms or says something PgJDBC cannot do
     */
    public static DatabaseUrl parse(String text, Map<String, String> environment) {
        return ConnectionWords.read(text).orElse(Environment.words(environment)).toUrl();
    }

    /** The same server and login, another database; {@code name} is not encoded. */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(addresses, name, user, password, settings);
    }

    /** Name of the database. */
    public String databaseName() {
        return database;
    }

    /** Role to log in as. */
    public String user() {
        return user;
    }

    /** The URL for PgJDBC; login and settings are in {@link #properties()}, so it holds no secret. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + servers() + "/" + encoded(database);
    }

    /** User, password and settings for PgJDBC: a new object each time. It may hold the password, so never print it. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "pggit");
        settings.forEach(properties::setProperty);
        properties.setProperty("user", user);
        password.ifPresent(secret -> properties.setProperty("password", secret));
        return properties;
    }

    /** The same for the code that captures it. */
    public Database database() {
        return new Database(jdbcUrl(), properties());
    }

    /** A libpq URL without password, for messages and for {@code psql}. */
    @Override
    public String toString() {
        return "postgresql://" + encoded(user) + "@" + servers() + "/" + encoded(database);
    }

    private String servers() {
        return String.join(",", addresses);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
