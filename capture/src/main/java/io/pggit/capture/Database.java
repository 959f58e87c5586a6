package io.pggit.capture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.StringJoiner;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Where a database is and how to log in. Its text form has no password. */
public final class Database {
    private final String jdbcUrl;
    private final Properties properties;

    /**
     * A database to connect to.
     *
     * @param jdbcUrl {@code jdbc:postgresql://…}
     * @param properties properties of PgJDBC, such as {@code user} and {@code password}
     */
    public Database(String jdbcUrl, Properties properties) {
        this.jdbcUrl = jdbcUrl;
        this.properties = copy(properties);
    }

    /** Opens an ordinary connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, copy(properties));
    }

    /** Opens a connection that speaks the replication protocol; needs the REPLICATION attribute or a superuser. */
    public Connection connectForReplication() throws SQLException {
        Properties replication = copy(properties);
        PGProperty.REPLICATION.set(replication, "database");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(replication, "15");
        PGProperty.PREFER_QUERY_MODE.set(replication, "simple");
        PGProperty.APPLICATION_NAME.set(replication, "pggit capture");
        if (PGProperty.SOCKET_FACTORY.getOrDefault(parameters()) == null) {
            PGProperty.SOCKET_FACTORY.set(replication, GatheringSocketFactory.class.getName());
        }
        return DriverManager.getConnection(jdbcUrl, replication);
    }

    /**
     * Everything PgJDBC would connect with, by its names: {@code PGHOST}, {@code PGPORT}, {@code PGDBNAME}, {@code user},
     * {@code password} and the rest. Holds the password.
     *
     * @throws IllegalArgumentException when the URL is not one of PgJDBC's
     */
    public Properties parameters() {
        Properties parameters = Driver.parseURL(jdbcUrl, copy(properties));
        if (parameters == null) {
            throw new IllegalArgumentException("not a URL of PgJDBC: " + this);
        }
        return copy(parameters);
    }

    /** Another database of the same server, with the same login. */
    public Database named(String name) {
        Properties parameters = parameters();
        String[] hosts = String.valueOf(parameters.remove("PGHOST")).split(",");
        String[] ports = String.valueOf(parameters.remove("PGPORT")).split(",");
        parameters.remove("PGDBNAME");
        StringJoiner places = new StringJoiner(",");
        for (int i = 0; i < hosts.length; i++) {
            places.add((hosts[i].contains(":") && !hosts[i].startsWith("[") ? "[" + hosts[i] + "]" : hosts[i]) + ":"
                    + ports[Math.min(i, ports.length - 1)]);
        }
        return new Database(
                "jdbc:postgresql://" + places + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8), parameters);
    }

    private static Properties copy(Properties properties) {
        Properties copy = new Properties();
        properties.stringPropertyNames().forEach(name -> copy.setProperty(name, properties.getProperty(name)));
        return copy;
    }

    /** The URL without what follows a question mark, where a password could be. */
    @Override
    public String toString() {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }
}
