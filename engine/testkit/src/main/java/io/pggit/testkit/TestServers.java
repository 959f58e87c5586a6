package io.pggit.testkit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one place tests get servers from. Shared servers start when first asked for and stop with the JVM, that is, with
 * the module's tests; whoever wants to kill or configure one takes a server of their own and closes it.
 */
public final class TestServers {
    private static final ServerProvider PROVIDER = ServerProvider.chosen();
    private static final Map<PostgresVersion, PostgresServer> POSTGRES = new EnumMap<>(PostgresVersion.class);
    private static Optional<KafkaServer> kafka = Optional.empty();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestServers::stopShared, "test-servers-shutdown"));
    }

    private TestServers() {}

    /** The shared server of one version. */
    public static synchronized PostgresServer postgres(PostgresVersion version) {
        return POSTGRES.computeIfAbsent(version, PROVIDER::postgres);
    }

    /** The shared broker. Topics are everybody's: choose names that are your own. */
    public static synchronized KafkaServer kafka() {
        KafkaServer shared = kafka.orElseGet(PROVIDER::kafka);
        kafka = Optional.of(shared);
        return shared;
    }

    /** A server nobody else uses; the caller closes it. */
    public static PostgresServer ownPostgres(PostgresVersion version) {
        return PROVIDER.postgres(version);
    }

    /** A broker nobody else uses; the caller closes it. */
    public static KafkaServer ownKafka() {
        return PROVIDER.kafka();
    }

    private static synchronized void stopShared() {
        POSTGRES.values().forEach(PostgresServer::close);
        kafka.ifPresent(KafkaServer::close);
    }
}
