package io.pggit.serve;

import io.pggit.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The events of a topic as a consumer with {@code read_committed} sees them. */
final class KafkaEvents {
    private KafkaEvents() {}

    /** The numbers of the audit rows the events were made of, in the order of the topic; empty while it is absent. */
    static List<Long> sequences(String env) {
        Properties properties = new Properties();
        properties.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka().bootstrapServers());
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<Long> sequences = new ArrayList<>();
        TopicPartition partition = new TopicPartition("pggit.ddl." + env, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            if (consumer.partitionsFor(partition.topic()).isEmpty()) {
                return sequences;
            }
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofSeconds(1))) {
                    String id = new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
                    sequences.add(Long.valueOf(id.substring(id.lastIndexOf('-') + 1)));
                }
            }
        }
        return sequences;
    }
}
