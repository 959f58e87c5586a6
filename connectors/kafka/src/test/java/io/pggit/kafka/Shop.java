package io.pggit.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.KafkaServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a publisher of the shop's events works with. */
final class Shop {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Shop() {}

    /** The journal of the shop's database in {@code directory}. */
    static Journal journal(Path directory) {
        Journal journal = Journal.open(directory, new SimpleMeterRegistry());
        journal.bind(Ddl.SHOP);
        return journal;
    }

    /** Topics of {@code kafka} that nobody else uses. */
    static KafkaSettings ownTopics(KafkaServer kafka) {
        return KafkaSettings.to(kafka.bootstrapServers()).with(new EventTopics("test" + NUMBER.incrementAndGet()));
    }

    /** The transactional id of the shop's publisher. */
    static String transactionalId(KafkaSettings settings) {
        return "pggit-" + settings.topics().environment() + "-7412000000000000001/16384";
    }

    static KafkaProducer<String, byte[]> producer(KafkaSettings settings, String transactionalId) {
        return new KafkaProducer<>(
                settings.producer(transactionalId), new StringSerializer(), new ByteArraySerializer());
    }
}
