package io.pggit.quickstart;

import io.pggit.servers.KafkaOptions;
import io.pggit.servers.LocalKafka;
import io.pggit.servers.LocalPostgres;
import io.pggit.servers.PostgresOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two servers of a quickstart, started side by side. */
final class Servers implements AutoCloseable {
    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private Servers(LocalPostgres postgres, LocalKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static Servers start(Quickstart.Settings settings, Progress progress) {
        progress.done("starting PostgreSQL 18 and Kafka");
        CompletableFuture<LocalKafka> kafka = CompletableFuture.supplyAsync(() -> {
            LocalKafka started = LocalKafka.start(kafkaOptions(settings));
            progress.done("Kafka is up: " + started.bootstrapServers());
            return started;
        });
        // Should this fail, the broker is not waited for: it ends with this process.
        LocalPostgres postgres = LocalPostgres.start(postgresOptions(settings));
        progress.done("PostgreSQL is up: 127.0.0.1:" + postgres.port());
        try {
            return new Servers(postgres, kafka.join());
        } catch (CompletionException e) {
            postgres.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static PostgresOptions postgresOptions(Quickstart.Settings settings) {
        PostgresOptions options = settings.directory()
                .map(directory -> PostgresOptions.durable(directory.resolve("postgres")))
                .orElseGet(PostgresOptions::throwaway);
        return settings.port().isPresent() ? options.onPort(settings.port().getAsInt()) : options;
    }

    private static KafkaOptions kafkaOptions(Quickstart.Settings settings) {
        KafkaOptions options = settings.directory()
                .map(directory -> KafkaOptions.in(directory.resolve("kafka")))
                .orElseGet(KafkaOptions::throwaway);
        return settings.kafkaPort().isPresent()
                ? options.onPort(settings.kafkaPort().getAsInt())
                : options;
    }

    int postgresPort() {
        return postgres.port();
    }

    String kafkaServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
