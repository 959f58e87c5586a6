package io.pggit.kafka;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which Kafka, and what in it.
 *
 * @param bootstrapServers brokers to ask first, {@code host:port} separated by commas
 * @param topics the environment's topics
 * @param client further settings of Kafka's clients, such as {@code security.protocol}; may not weaken the guarantee
 */
public record KafkaSettings(String bootstrapServers, EventTopics topics, Map<String, String> client) {
    private static final Map<String, String> PRODUCER = Map.of(
            "enable.idempotence", "true",
            "acks", "all",
            "delivery.timeout.ms", "9000",
            "max.block.ms", "10000",
            "linger.ms", "5",
            "compression.type", "gzip");

    public KafkaSettings {
        client = Map.copyOf(client);
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrapServers must name at least one host:port");
        }
    }

    /** The default environment, without further settings. */
    public static KafkaSettings to(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, EventTopics.ofDefaultEnvironment(), Map.of());
    }

    /** The same for another environment. */
    public KafkaSettings with(EventTopics other) {
        return new KafkaSettings(bootstrapServers, other, client);
    }

    Map<String, Object> admin() {
        return merged(Map.of());
    }

    Map<String, Object> producer() {
        return merged(PRODUCER);
    }

    /**
     * All of one transaction's time limits lie below {@code transaction.timeout.ms}, after which the brokers abort an
     * abandoned transaction: until then it holds up every {@code read_committed} reader.
     */
    Map<String, Object> producer(String transactionalId) {
        Map<String, String> transactional = new TreeMap<>(PRODUCER);
        transactional.put("transactional.id", transactionalId);
        transactional.put("transaction.timeout.ms", "10000");
        return merged(transactional);
    }

    Map<String, Object> consumer() {
        return merged(Map.of(
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "allow.auto.create.topics", "false"));
    }

    private Map<String, Object> merged(Map<String, String> essential) {
        Map<String, Object> all = new TreeMap<>();
        all.put("request.timeout.ms", "5000");
        all.put("default.api.timeout.ms", "10000");
        all.put("reconnect.backoff.max.ms", "2000");
        all.putAll(client);
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(essential);
        return all;
    }
}
