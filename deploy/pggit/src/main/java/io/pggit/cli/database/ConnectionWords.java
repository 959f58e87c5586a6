package io.pggit.cli.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said about a connection, by libpq's keywords ({@code host}, {@code port}, {@code dbname}, {@code user},
 * {@code password}) and, for everything else, by the names of PgJDBC.
 */
record ConnectionWords(SortedMap<String, String> words) {
    private static final String DEFAULT_PORT = "5432";
    private static final String FORMS =
            "use postgresql://user@host:5432/database, jdbc:postgresql://host:5432/database or \"host=… dbname=…\"";

    static ConnectionWords read(String text) {
        String url = text.strip();
        if (url.isEmpty()) {
            return new ConnectionWords(new TreeMap<>());
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new ConnectionWords(UrlForm.jdbc(url.substring("jdbc:postgresql:".length())));
        }
        if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            return new ConnectionWords(UrlForm.libpq(url.substring(url.indexOf(':') + 1)));
        }
        if (url.contains("=") && !url.contains("://")) {
            return new ConnectionWords(KeywordForm.parse(url));
        }
        // Not repeated in the message: a mistyped URL may hold a password.
        throw new DatabaseUrlException("the database URL is not one pggit understands; " + FORMS);
    }

    /** These words, and those of {@code defaults} that are absent here. */
    ConnectionWords orElse(ConnectionWords defaults) {
        TreeMap<String, String> merged = new TreeMap<>(defaults.words);
        merged.putAll(words);
        return new ConnectionWords(merged);
    }

    DatabaseUrl toUrl() {
        Map<String, String> rest = new HashMap<>(words);
        List<String> addresses = addresses(take(rest, "host", "localhost"), take(rest, "port", DEFAULT_PORT));
        if (addresses.size() > 1) {
            rest.putIfAbsent("targetServerType", "primary");
        }
        String user = take(rest, "user", "");
        if (user.isEmpty()) {
            throw new DatabaseUrlException("the database URL names no user; write postgresql://USER@… or set PGUSER");
        }
        String database = take(rest, "dbname", user);
        String password = rest.remove("password");
        return new DatabaseUrl(addresses, database, user, Optional.ofNullable(password), rest);
    }

    private static String take(Map<String, String> words, String word, String otherwise) {
        String value = words.remove(word);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** One address for each host; a single port is that of all hosts, as with libpq. */
    private static List<String> addresses(String hosts, String ports) {
        String[] host = hosts.split(",", -1);
        String[] port = ports.split(",", -1);
        if (port.length > 1 && port.length != host.length) {
            throw new DatabaseUrlException("the database URL names " + host.length + " hosts and " + port.length
                    + " ports; one port, or one each");
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < host.length; i++) {
            addresses.add(host(host[i]) + ":" + port(port[Math.min(i, port.length - 1)]));
        }
        return addresses;
    }

    /** As it stands in a URL: an IPv6 address in brackets. */
    private static String host(String host) {
        if (host.startsWith("/") || host.startsWith("@")) {
            throw new DatabaseUrlException("host " + host
                    + " is a Unix socket, which pggit cannot use; name a TCP host, for example host=localhost"
                    + " (in the URL or as PGHOST)");
        }
        if (host.isEmpty()) {
            throw new DatabaseUrlException("the database URL has an empty host in its list of hosts");
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static int port(String text) {
        String port = text.isEmpty() ? DEFAULT_PORT : text;
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw new DatabaseUrlException("port must be a number from 1 to 65535, was " + port);
        }
        return Integer.parseInt(port);
    }
}
