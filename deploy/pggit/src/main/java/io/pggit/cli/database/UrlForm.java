package io.pggit.cli.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.PGProperty;

/**
 * The URL forms: {@code //user:password@host:port/database?parameter=value}, percent-encoded, IPv6 in brackets. See
 * "Connection URIs" in the libpq chapter of the PostgreSQL manual, and PgJDBC's "Connecting to the Database".
 */
final class UrlForm {
    private final TreeMap<String, String> words = new TreeMap<>();

    private UrlForm() {}

    /** Reads what follows {@code postgresql:}; parameters have libpq's names. */
    static SortedMap<String, String> libpq(String rest) {
        UrlForm form = new UrlForm();
        form.hierarchy(rest);
        form.parameters(rest, LibpqParameters::put);
        return form.words;
    }

    /** Reads what follows {@code jdbc:postgresql:}; parameters have PgJDBC's names. */
    static SortedMap<String, String> jdbc(String rest) {
        UrlForm form = new UrlForm();
        if (rest.startsWith("//")) {
            form.hierarchy(rest);
        } else {
            String database = beforeQuery(rest);
            form.say("dbname", database.startsWith("/") ? database.substring(1) : database);
        }
        form.parameters(rest, UrlForm::putJdbc);
        return form.words;
    }

    private static String beforeQuery(String rest) {
        int query = rest.indexOf('?');
        return query < 0 ? rest : rest.substring(0, query);
    }

    private void hierarchy(String rest) {
        String text = beforeQuery(rest).substring(2);
        int slash = text.indexOf('/');
        if (slash >= 0) {
            say("dbname", text.substring(slash + 1));
        }
        String authority = slash < 0 ? text : text.substring(0, slash);
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            say("user", colon < 0 ? login : login.substring(0, colon));
            if (colon >= 0) {
                say("password", login.substring(colon + 1));
            }
        }
        server(authority.substring(at + 1));
    }

    private void server(String servers) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String server : servers.split(",", -1)) {
            int colon = portColon(server);
            String host = colon < 0 ? server : server.substring(0, colon);
            hosts.add(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            ports.add(colon < 0 ? "" : server.substring(colon + 1));
        }
        say("host", String.join(",", hosts));
        if (!String.join("", ports).isEmpty()) {
            say("port", String.join(",", ports));
        }
    }

    /** Where the colon before the port is, -1 without a port. */
    private static int portColon(String server) {
        if (server.startsWith("[")) {
            int end = server.indexOf(']');
            if (end < 0 || !server.substring(end + 1).matches("(:.*)?")) {
                throw new DatabaseUrlException("the database URL has an IPv6 address that does not end with ']': "
                        + "write postgresql://user@[::1]:5432/database");
            }
            return server.indexOf(':', end);
        }
        if (server.indexOf(':') != server.lastIndexOf(':')) {
            throw new DatabaseUrlException("host " + server
                    + " of the database URL has more than one ':'; write an IPv6 address in brackets, such as [::1]");
        }
        return server.indexOf(':');
    }

    private void parameters(String rest, ParameterNames names) {
        int query = rest.indexOf('?');
        if (query < 0) {
            return;
        }
        for (String parameter : rest.substring(query + 1).split("&")) {
            int equals = parameter.indexOf('=');
            if (equals < 0 && !parameter.isEmpty()) {
                throw new DatabaseUrlException(
                        "parameter " + parameter + " of the database URL has no value; write " + parameter + "=VALUE");
            }
            if (equals > 0) {
                names.put(words, decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
            }
        }
    }

    private static void putJdbc(SortedMap<String, String> words, String name, String value) {
        if (name.equals("user") || name.equals("password")) {
            words.put(name, value);
            return;
        }
        if (PGProperty.forName(name) == null) {
            throw new DatabaseUrlException(
                    "the database URL has a parameter " + name + ", which the PostgreSQL JDBC driver does not know");
        }
        words.put(name, value);
    }

    private void say(String word, String value) {
        if (!value.isEmpty()) {
            words.put(word, decoded(value));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new DatabaseUrlException("the database URL has a '%' that two hexadecimal digits do not follow;"
                    + " write a percent sign as %25");
        }
    }

    /** How a parameter's name becomes a word. */
    private interface ParameterNames {
        void put(SortedMap<String, String> words, String name, String value);
    }
}
