package io.pggit.cli.database;

import java.util.Map;
import java.util.TreeMap;

/** The variables libpq reads too ("Environment Variables" in its chapter of the PostgreSQL manual). */
final class Environment {
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGUSER", "user"));

    private Environment() {}

    /** What the variables say; {@code PGPASSFILE} is left to PgJDBC, which reads it by itself. */
    static ConnectionWords words(Map<String, String> environment) {
        TreeMap<String, String> words = new TreeMap<>();
        for (String account : new String[] {"USERNAME", "USER"}) {
            String name = environment.getOrDefault(account, "");
            if (!name.isEmpty()) {
                words.put("user", name);
            }
        }
        // Sorted, so that PGHOSTADDR wins over PGHOST as it does in libpq.
        new TreeMap<>(PARAMETERS).forEach((variable, parameter) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                LibpqParameters.put(words, parameter, value);
            }
        });
        return new ConnectionWords(words);
    }
}
