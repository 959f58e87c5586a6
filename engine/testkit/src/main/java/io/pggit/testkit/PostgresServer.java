package io.pggit.testkit;

/** A PostgreSQL server with logical replication; superuser {@code postgres}, who needs no password. */
public interface PostgresServer extends AutoCloseable {
    /** The server's major version. */
    PostgresVersion version();

    /** Host name or address to connect to. */
    String host();

    /** TCP port; stays the same over a restart. */
    int port();

    /** URL of one database for PgJDBC, as superuser. */
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database + "?user=postgres";
    }

    /** Ends the server by SIGKILL. Only for a server of one's own, never for the shared one. */
    void kill();

    /** Starts the server again on the same data. Only for a server of one's own. */
    void restart();

    /** Stops the server and removes its data. */
    @Override
    void close();
}
