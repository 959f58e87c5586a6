package io.pggit.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {
    @Test
    void aTemporaryDirectoryGoesWithTheBroker() {
        LocalKafka kafka = LocalKafka.start(KafkaOptions.throwaway());
        assertTrue(Files.exists(kafka.log()));

        kafka.close();

        assertFalse(Files.exists(kafka.log()));
    }

    @Test
    void aGivenDirectoryIsKeptAndItsTopicsSurviveAKill(@TempDir Path directory)
            throws ExecutionException, InterruptedException {
        try (LocalKafka first = LocalKafka.start(KafkaOptions.in(directory))) {
            createTopic(first, "kept");
            first.kill();
        }

        try (LocalKafka second = LocalKafka.start(KafkaOptions.in(directory))) {
            assertEquals(Set.of("kept"), topics(second));
            assertTrue(Files.exists(second.log()));
        }
    }

    private static void createTopic(LocalKafka kafka, String name) throws ExecutionException, InterruptedException {
        try (Admin admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();
        }
    }

    private static Set<String> topics(LocalKafka kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = admin(kafka)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(LocalKafka kafka) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }
}
