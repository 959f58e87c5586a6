package io.pggit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads DDL events as any consumer would: committed ones only, in order per database. For one thread; not part of a
 * consumer group, so it disturbs nobody.
 */
public final class DdlEventReader implements AutoCloseable {
    private final KafkaSettings settings;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    private DdlEventReader(
            KafkaSettings settings, KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        this.settings = settings;
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * A reader that begins with the oldest event.
     *
     * @throws EventsUnavailableException when the brokers or the topic are not there
     */
    public static DdlEventReader fromBeginning(KafkaSettings settings) {
        return fromBeginning(settings, settings.topics().ddl());
    }

    /** Like {@link #fromBeginning(KafkaSettings)}, for any topic of ours. */
    public static DdlEventReader fromBeginning(KafkaSettings settings, String topic) {
        DdlEventReader reader = open(settings, topic);
        reader.consumer.seekToBeginning(reader.partitions);
        return reader;
    }

    /**
     * A reader that begins with the first event committed from now on.
     *
     * @throws EventsUnavailableException when the brokers or the topic are not there
     */
    public static DdlEventReader fromNow(KafkaSettings settings) {
        return fromNow(settings, settings.topics().ddl());
    }

    /** Like {@link #fromNow(KafkaSettings)}, for any topic of ours. */
    public static DdlEventReader fromNow(KafkaSettings settings, String topic) {
        DdlEventReader reader = open(settings, topic);
        try {
            reader.consumer.seekToEnd(reader.partitions);
            // Seeking is lazy; what is committed after this method returned counts as new.
            reader.partitions.forEach(reader.consumer::position);
        } catch (KafkaException e) {
            reader.close();
            throw unavailable(settings, e);
        }
        return reader;
    }

    private static DdlEventReader open(KafkaSettings settings, String topic) {
        KafkaConsumer<String, byte[]> consumer;
        try {
            consumer = new KafkaConsumer<>(settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw unavailable(settings, e);
        }
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new EventsUnavailableException("Kafka at " + settings.bootstrapServers() + " has no topic "
                        + topic + "; it appears when pgGit first publishes there");
            }
            List<TopicPartition> partitions = found.stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            return new DdlEventReader(settings, consumer, partitions);
        } catch (KafkaException e) {
            consumer.close();
            throw unavailable(settings, e);
        } catch (EventsUnavailableException e) {
            consumer.close();
            throw e;
        }
    }

    private static EventsUnavailableException unavailable(KafkaSettings settings, KafkaException cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new EventsUnavailableException(
                "Kafka at " + settings.bootstrapServers() + " cannot be read: " + reason.getMessage()
                        + "; check that the address is right and the broker runs",
                cause);
    }

    /**
     * The next events; waits for the first of them.
     *
     * @return empty when none came within {@code timeout}
     * @throws EventsUnavailableException when the brokers refuse
     */
    public List<DdlEvent> poll(Duration timeout) {
        try {
            List<DdlEvent> events = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(timeout)) {
                events.add(DdlEvent.of(record));
            }
            return events;
        } catch (KafkaException e) {
            throw unavailable(settings, e);
        }
    }

    /**
     * Whether every event committed by now was read.
     *
     * @throws EventsUnavailableException when the brokers do not tell
     */
    public boolean atEnd() {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
        } catch (KafkaException e) {
            throw unavailable(settings, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
