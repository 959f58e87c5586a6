package io.pggit.kafka;

import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.runtime.journal.UndoneAttempt;
import io.pggit.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Has a broker forget a transaction of the shop's publisher. Brokers do that by themselves, but rarely: so here the
 * coordinator's last word before the transaction is written once more behind it, and counts when the broker is started again.
 */
final class LeftOpen {
    private static final Duration DEADLINE = RunningPublisher.DEADLINE;
    private static final TopicPartition COORDINATOR = new TopicPartition("__transaction_state", 0);

    /** Whom the broker told that the transaction ended, and how: it was committed. */
    enum Told {
        NONE,
        READERS_OF_EVENTS,
        READERS_OF_EVENTS_AND_FINDINGS,
        READERS_OF_POSITIONS,
        ALL_BUT_READERS_OF_FINDINGS;

        private boolean ofEvents() {
            return this != NONE && this != READERS_OF_POSITIONS;
        }

        private boolean ofFindings() {
            return this == READERS_OF_EVENTS_AND_FINDINGS;
        }

        private boolean ofPositions() {
            return this == READERS_OF_POSITIONS || this == ALL_BUT_READERS_OF_FINDINGS;
        }
    }

    private final List<ProducerRecord<String, byte[]>> ended = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> open = new ArrayList<>();

    private LeftOpen() {}

    /** Whether a transaction of the publisher hangs; fences the publisher. */
    static boolean hangs(KafkaSettings settings) {
        try (Admin admin = Admin.create(settings.admin());
                EventTransactions transactions =
                        EventTransactions.of(settings, admin, Shop.transactionalId(settings))) {
            return !transactions.hanging().isEmpty();
        }
    }

    /**
     * Leaves the transaction open in which a publisher sent what comes after transaction {@code published}, to the journal's end.
     * The broker must be started again.
     */
    static void after(long published, Journal journal, KafkaSettings settings, Told told) {
        LeftOpen left = new LeftOpen();
        left.collect(published, journal, settings, told);
        try (KafkaProducer<String, byte[]> producer = Shop.producer(settings, Shop.transactionalId(settings));
                Admin admin = Admin.create(settings.admin())) {
            producer.initTransactions();
            if (!left.ended.isEmpty()) {
                producer.beginTransaction();
                left.ended.forEach(producer::send);
                producer.commitTransaction();
            }
            Await.until(DEADLINE, () -> hasEnded(admin, settings));
            ConsumerRecord<byte[], byte[]> word = lastWord(settings);
            producer.beginTransaction();
            left.open.forEach(producer::send);
            producer.flush();
            say(word, settings);
            producer.close(Duration.ZERO);
        }
    }

    private void collect(long published, Journal journal, KafkaSettings settings, Told told) {
        EventTopics topics = settings.topics();
        PublishedPosition position =
                PublishedPosition.startOver(journal.incarnation()).atEnd();
        for (JournalEntry entry : journal.read(published, Integer.MAX_VALUE)) {
            Iterator<NumberedCommand> commands = NumberedCommand.in(entry, Ddl.SHOP, journal.incarnation());
            while (commands.hasNext()) {
                NumberedCommand command = commands.next();
                (told.ofEvents() ? ended : open).add(EventRecord.of(command, topics.ddl()));
                (told.ofFindings() ? ended : open).addAll(CaptureRecord.of(command, topics.capture()));
                position = position.after(command);
            }
        }
        for (UndoneAttempt attempt : journal.attempts().undoneAfter(0, Integer.MAX_VALUE)) {
            (told.ofFindings() ? ended : open)
                    .add(CaptureRecord.of(Ddl.SHOP, journal.incarnation(), attempt, topics.capture()));
            position = position.after(attempt);
        }
        (told.ofPositions() ? ended : open)
                .add(new PositionTopic(settings, new EventSource(Ddl.SHOP)).record(position));
    }

    private static boolean hasEnded(Admin admin, KafkaSettings settings) {
        String id = Shop.transactionalId(settings);
        TransactionState state = Answer.of(
                        admin.describeTransactions(List.of(id)).description(id))
                .state();
        return Set.of(TransactionState.EMPTY, TransactionState.COMPLETE_COMMIT).contains(state);
    }

    private static ConsumerRecord<byte[], byte[]> lastWord(KafkaSettings settings) {
        AtomicReference<ConsumerRecord<byte[], byte[]>> last = new AtomicReference<>();
        byte[] id = Shop.transactionalId(settings).getBytes(StandardCharsets.UTF_8);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(COORDINATOR));
            consumer.seekToBeginning(List.of(COORDINATOR));
            long end = consumer.endOffsets(List.of(COORDINATOR)).get(COORDINATOR);
            while (consumer.position(COORDINATOR) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (endsWith(record.key(), id)) {
                        last.set(record);
                    }
                });
            }
        }
        return last.get();
    }

    private static boolean endsWith(byte[] key, byte[] id) {
        return key.length >= id.length && Arrays.equals(key, key.length - id.length, key.length, id, 0, id.length);
    }

    private static void say(ConsumerRecord<byte[], byte[]> word, KafkaSettings settings) {
        Map<String, Object> administrator = new HashMap<>(settings.admin());
        // Brokers let nobody else write to their own topics.
        administrator.put("client.id", "__admin_client");
        try (KafkaProducer<byte[], byte[]> coordinator =
                new KafkaProducer<>(administrator, new ByteArraySerializer(), new ByteArraySerializer())) {
            coordinator
                    .send(new ProducerRecord<>(COORDINATOR.topic(), COORDINATOR.partition(), word.key(), word.value()))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
