package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import io.pggit.kafka.EventTopics;
import io.pggit.kafka.KafkaSettings;
import io.pggit.runtime.journal.Journal;
import io.pggit.servers.LocalPostgres;
import io.pggit.servers.PostgresOptions;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TcpProxy;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network between engine and database. */
class NetworkIT {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int CUTS = 5;
    private static final int TABLES_BETWEEN_CUTS = 12;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"PGOUTPUT", "DEBEZIUM"})
    void aNetworkThatIsCutAgainAndAgainLosesAndDoublesNothing(Carrier carrier) throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.V18);
                TcpProxy network =
                        TcpProxy.to(database.server().host(), database.server().port())) {
            install(database.url());
            String env = "network-" + database.name();
            String url = database.url().replace(":" + database.server().port() + "/", ":" + network.port() + "/");
            KafkaSettings kafka =
                    KafkaSettings.to(TestServers.kafka().bootstrapServers()).with(new EventTopics(env));
            try (Engine engine = Engine.start(settings(url, carrier, Optional.of(kafka)), new SimpleMeterRegistry())) {
                for (int cut = 0; cut < CUTS; cut++) {
                    for (int table = 0; table < TABLES_BETWEEN_CUTS; table++) {
                        database.run("CREATE TABLE t_" + cut + "_" + table + " (id integer)");
                        if (table == TABLES_BETWEEN_CUTS / 2) {
                            network.cut();
                        }
                    }
                }
                Await.until(DEADLINE, () -> KafkaEvents.sequences(env).size() >= CUTS * TABLES_BETWEEN_CUTS);
            }

            List<Long> rows = recorded(database.url());
            assertEquals(CUTS * TABLES_BETWEEN_CUTS, rows.size());
            assertEquals(rows, KafkaEvents.sequences(env), "events");
            assertEquals(rows, journaled(), "journal");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PGOUTPUT", "DEBEZIUM"})
    void anEngineIsServedOverTlsThatIsVerified(Carrier carrier) throws Exception {
        Path key = directory.resolve("server.key");
        Path certificate = directory.resolve("server.crt");
        makeCertificate(key, certificate);
        PostgresOptions options = PostgresOptions.throwaway()
                .set("ssl", "on")
                .set("ssl_key_file", key.toString())
                .set("ssl_cert_file", certificate.toString());
        try (LocalPostgres server = LocalPostgres.start(options)) {
            String plain = server.jdbcUrl("postgres");
            String url = plain + (plain.contains("?") ? "&" : "?") + "sslmode=verify-ca&sslrootcert=" + certificate;
            install(url);
            try (Engine engine = Engine.start(settings(url, carrier, Optional.empty()), new SimpleMeterRegistry())) {
                execute(url, "CREATE TABLE over_tls (id integer)");
                Await.until(
                        DEADLINE,
                        () -> engine.awaitProjections(DEADLINE)
                                && one(url, "SELECT string_agg(l::text, '') FROM pggit.log() AS l")
                                        .contains("over_tls"));

                assertEquals(
                        "true",
                        one(
                                url,
                                "SELECT string_agg(DISTINCT s.ssl::text, ' ') FROM pg_stat_ssl AS s"
                                        + " JOIN pg_stat_replication AS r USING (pid)"),
                        "the stream");
                assertEquals("true", one(url, "SELECT tls::text FROM pggit.ddl_audit WHERE tls IS NOT NULL"));
            }
            assertTrue(journaled().size() >= 1);
        }
    }

    /** A key and a certificate of its own, as PEM. */
    private static void makeCertificate(Path key, Path certificate) throws Exception {
        Path store = key.resolveSibling("server.p12");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(key.resolveSibling("keytool.txt").toFile())
                .start()
                .waitFor();
        assertEquals(0, exit);
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance(store.toFile(), password);
        pem(key, "PRIVATE KEY", keys.getKey("server", password).getEncoded());
        pem(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private static void pem(Path file, String what, byte[] der) throws Exception {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what
                        + "-----\n");
    }

    private EngineSettings settings(String url, Carrier carrier, Optional<KafkaSettings> kafka) {
        return new EngineSettings(
                new Database(url, new Properties()), directory.resolve("data"), kafka, carrier, Duration.ofMinutes(10));
    }

    private static void install(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Installation.install(connection);
        }
    }

    private List<Long> journaled() {
        try (Journal journal = Journal.open(directory.resolve("data"), new SimpleMeterRegistry())) {
            return journal.read(0, Integer.MAX_VALUE).stream()
                    .flatMap(entry -> entry.transaction().rows().stream())
                    .filter(row -> row.operation().equals("ddl"))
                    .map(row -> row.seq())
                    .toList();
        }
    }

    private static List<Long> recorded(String url) throws SQLException {
        List<Long> seqs = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT seq FROM pggit.ddl_audit WHERE operation = 'ddl' ORDER BY seq")) {
            while (row.next()) {
                seqs.add(row.getLong(1));
            }
        }
        return seqs;
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
