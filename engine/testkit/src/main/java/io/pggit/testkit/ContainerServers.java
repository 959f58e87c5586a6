package io.pggit.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers; their host ports are chosen here, because Docker's own choice changes with a restart. */
final class ContainerServers implements ServerProvider {
    private static final int POSTGRES_PORT = 5432;
    private static final int KAFKA_PORT = 9092;
    private static final String POSTGRES_COMMAND = "postgres -c wal_level=logical -c max_connections=200"
            + " -c max_wal_senders=60 -c max_replication_slots=200 -c max_prepared_transactions=20"
            + " -c fsync=off -c full_page_writes=off";
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    @Override
    public PostgresServer postgres(PostgresVersion version) {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + version.major())
                .withUsername("postgres")
                .withPassword("postgres")
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                .withCommand(POSTGRES_COMMAND);
        publish(container, POSTGRES_PORT);
        container.start();
        return new Postgres(version, container);
    }

    @Override
    public KafkaServer kafka() {
        KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "1")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1")
                .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "2000")
                .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "300");
        publish(container, KAFKA_PORT);
        container.start();
        return new Kafka(container);
    }

    private static void publish(GenericContainer<?> container, int port) {
        try (ServerSocket socket = new ServerSocket(0)) {
            container.setPortBindings(List.of(socket.getLocalPort() + ":" + port));
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    private static void signalKill(GenericContainer<?> container) {
        DockerClientFactory.lazyClient()
                .killContainerCmd(container.getContainerId())
                .exec();
    }

    private static void startAgain(GenericContainer<?> container) {
        DockerClientFactory.lazyClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    private record Postgres(PostgresVersion version, PostgreSQLContainer container) implements PostgresServer {
        @Override
        public String host() {
            return container.getHost();
        }

        @Override
        public int port() {
            return container.getMappedPort(POSTGRES_PORT);
        }

        @Override
        public void kill() {
            signalKill(container);
        }

        @Override
        public void restart() {
            startAgain(container);
            Await.until(START_WAIT, this::answers);
        }

        private boolean answers() {
            try {
                DriverManager.getConnection(jdbcUrl("postgres")).close();
                return true;
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    private record Kafka(KafkaContainer container) implements KafkaServer {
        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }

        @Override
        public void kill() {
            signalKill(container);
        }

        @Override
        public void restart() {
            startAgain(container);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                Await.until(START_WAIT, () -> answers(admin));
            }
        }

        private static boolean answers(Admin admin) throws InterruptedException {
            try {
                return !admin.describeCluster().nodes().get().isEmpty();
            } catch (ExecutionException e) {
                return false;
            }
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
