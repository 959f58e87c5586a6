package io.pggit.testkit;

import io.pggit.servers.KafkaOptions;
import io.pggit.servers.LocalKafka;
import io.pggit.servers.LocalPostgres;
import io.pggit.servers.PostgresBinaries;
import io.pggit.servers.PostgresOptions;

/** Servers as processes of this machine. */
final class EmbeddedServers implements ServerProvider {
    @Override
    public PostgresServer postgres(PostgresVersion version) {
        return new Postgres(
                version, LocalPostgres.start(PostgresOptions.throwaway().with(binaries(version))));
    }

    /** Only one version can be a dependency; the build unpacks the others into folders of their own. */
    private static PostgresBinaries binaries(PostgresVersion version) {
        return switch (version) {
            case V15, V16, V17 -> PostgresBinaries.under("postgres/" + version.major() + "/");
            case V18 -> PostgresBinaries.onClassPath();
        };
    }

    @Override
    public KafkaServer kafka() {
        return new Kafka(LocalKafka.start(KafkaOptions.throwaway()));
    }

    private record Postgres(PostgresVersion version, LocalPostgres process) implements PostgresServer {
        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public int port() {
            return process.port();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void restart() {
            process.restart();
        }

        @Override
        public void close() {
            process.close();
        }
    }

    private record Kafka(LocalKafka process) implements KafkaServer {
        @Override
        public String bootstrapServers() {
            return process.bootstrapServers();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void restart() {
            process.restart();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
