package io.pggit.cli.database;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** libpq's connection parameters and what PgJDBC calls them. */
final class LibpqParameters {
    /** Kept as they are; {@link ConnectionWords} gives them their meaning. */
    private static final Set<String> ADDRESS = Set.of("host", "port", "dbname", "user", "password");

    private static final Map<String, String> OF_DRIVER = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("krbsrvname", "kerberosServerName"),
            Map.entry("options", "options"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("sslrootcert", "sslrootcert"));

    /** Without effect here: PgJDBC always speaks UTF-8, and pggit always names itself. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("client_encoding", "fallback_application_name");

    private LibpqParameters() {}

    /**
     * Adds one parameter.
     *
     * @throws DatabaseUrlException when PgJDBC has nothing like it; leaving it out silently could weaken the login
     */
    static void put(SortedMap<String, String> words, String name, String value) {
        if (ADDRESS.contains(name)) {
            words.put(name, value);
        } else if (name.equals("hostaddr")) {
            words.put("host", value);
        } else if (name.equals("keepalives")) {
            words.put("tcpKeepAlive", String.valueOf(!value.equals("0")));
        } else if (OF_DRIVER.containsKey(name)) {
            words.put(OF_DRIVER.get(name), value);
        } else if (name.equals("target_session_attrs")) {
            words.put("targetServerType", targetServer(value));
        } else if (name.equals("passfile")) {
            throw new DatabaseUrlException("pggit does not take passfile from a database URL; set PGPASSFILE instead");
        } else if (!WITHOUT_EFFECT.contains(name)) {
            throw new DatabaseUrlException("the database URL has a parameter " + name + ", which pggit does not know;"
                    + " leave it out, or use a jdbc:postgresql: URL with the driver's own parameters");
        }
    }

    private static String targetServer(String attributes) {
        return switch (attributes) {
            case "any" -> "any";
            case "primary", "read-write" -> "primary";
            default ->
                throw new DatabaseUrlException("target_session_attrs must be primary, read-write or any, was "
                        + attributes + ": pggit works on the primary");
        };
    }
}
