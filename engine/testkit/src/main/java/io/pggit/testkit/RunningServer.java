package io.pggit.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * A server that somebody else started and keeps, for measuring on a PostgreSQL as it is packaged.
 *
 * @param version the server's major version
 * @param host name or address
 * @param port TCP port
 */
public record RunningServer(PostgresVersion version, String host, int port) implements PostgresServer {
    /**
     * The server at {@code host:port}.
     *
     * @throws IllegalArgumentException when the place is not of that form, or the version is not supported
     */
    public static RunningServer at(String place) throws SQLException {
        int colon = place.lastIndexOf(':');
        if (colon < 1 || !place.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("a running server is named as host:port, was " + place);
        }
        String host = place.substring(0, colon);
        int port = Integer.parseInt(place.substring(colon + 1));
        String number = setting(host, port, "server_version_num");
        int major = Integer.parseInt(number) / 10_000;
        return Arrays.stream(PostgresVersion.values())
                .filter(version -> version.major() == major)
                .findFirst()
                .map(version -> new RunningServer(version, host, port))
                .orElseThrow(
                        () -> new IllegalArgumentException(place + " is a PostgreSQL " + major + ", not supported"));
    }

    /** Whether a library is in {@code shared_preload_libraries}. */
    public boolean preloads(String library) throws SQLException {
        return Arrays.asList(setting(host, port, "shared_preload_libraries").split("\\s*,\\s*"))
                .contains(library);
    }

    private static String setting(String host, int port, String name) throws SQLException {
        String url = "jdbc:postgresql://" + host + ":" + port + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("the server is somebody else's");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("the server is somebody else's");
    }

    /** Leaves it running. */
    @Override
    public void close() {}
}
