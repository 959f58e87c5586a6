package io.pggit.kafka;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A publisher's transactions, one after the other: the next begins when every partition has seen the one before end.
 *
 * <p>Not every one ends by itself. Brokers 4.3.0 to 4.4.0 at least skip a partition that has no leader at that moment, as after a
 * crash of its only replica (KAFKA-20734); what hangs there stops every {@code read_committed} reader for ever. A transaction
 * begun on top of it would decide its fate as well, whatever other partitions were told.
 */
final class EventTransactions implements AutoCloseable {
    /** What a coordinator says when nothing is left to be done. */
    private static final Set<TransactionState> ENDED =
            EnumSet.of(TransactionState.EMPTY, TransactionState.COMPLETE_COMMIT, TransactionState.COMPLETE_ABORT);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MS = 1;
    private static final long LONGEST_PAUSE_MS = 100;

    private final KafkaSettings settings;
    private final Admin admin;
    private final String id;
    private final KafkaProducer<String, byte[]> producer;
    private boolean ended = true;

    private EventTransactions(KafkaSettings settings, Admin admin, String id) {
        this.settings = settings;
        this.admin = admin;
        this.id = id;
        this.producer = new KafkaProducer<>(settings.producer(id), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Those of one transactional id; whoever had it before is fenced, and what was open is aborted, unless it hangs.
     *
     * @throws KafkaException when the brokers do not grant it
     */
    static EventTransactions of(KafkaSettings settings, Admin admin, String id) {
        EventTransactions transactions = new EventTransactions(settings, admin, id);
        try {
            transactions.producer.initTransactions();
            return transactions;
        } catch (KafkaException e) {
            transactions.close();
            throw e;
        }
    }

    /**
     * Sends {@code events} and {@code position} in one transaction.
     *
     * @return how many events
     * @throws KafkaException after which nobody knows whether it counts
     */
    int commit(Iterator<ProducerRecord<String, byte[]>> events, ProducerRecord<String, byte[]> position) {
        requireEnded();
        int sent = 0;
        producer.beginTransaction();
        while (events.hasNext()) {
            producer.send(events.next());
            sent++;
        }
        producer.send(position);
        ended = false;
        producer.commitTransaction();
        return sent;
    }

    /**
     * Returns when every partition has seen the last transaction end.
     *
     * @throws KafkaException when it hangs, or does not end in time
     */
    void requireEnded() {
        if (!ended) {
            Set<TopicPartition> hanging = hanging();
            if (!hanging.isEmpty()) {
                throw new KafkaException("a transaction hangs in " + hanging);
            }
            ended = true;
        }
    }

    /**
     * The partitions whose last transaction hangs: its coordinator, asked first, takes it for ended. None where brokers are too
     * old to tell, before 3.0.
     *
     * @throws KafkaException when the brokers do not tell, or when the coordinator itself still works on it after 10 s
     */
    Set<TopicPartition> hanging() {
        try {
            long producerId = producerIdOnceEnded();
            return Answer.of(admin.describeProducers(partitions()).all()).entrySet().stream()
                    .filter(partition -> isOpen(partition.getValue(), producerId))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        } catch (KafkaException e) {
            if (e.getCause() instanceof UnsupportedVersionException) {
                return Set.of();
            }
            throw e;
        }
    }

    private long producerIdOnceEnded() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE_MS;
        TransactionDescription last = describe();
        while (!ENDED.contains(last.state())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("transaction " + id + " is " + last.state() + " for " + PATIENCE.toSeconds()
                        + " s: a partition of it has no leader");
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            last = describe();
        }
        return last.producerId();
    }

    private TransactionDescription describe() {
        return Answer.of(admin.describeTransactions(List.of(id)).description(id));
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private List<TopicPartition> partitions() {
        return Answer.of(admin.describeTopics(settings.topics().all()).allTopicNames()).values().stream()
                .flatMap(EventTransactions::partitions)
                .toList();
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private static boolean isOpen(PartitionProducerState partition, long producerId) {
        return partition.activeProducers().stream()
                .anyMatch(producer -> producer.producerId() == producerId
                        && producer.currentTransactionStartOffset().isPresent());
    }

    /**
     * Aborts what hangs, in every partition, with the means of any producer: a partition ends what one producer has open as it
     * ends that producer's next transaction. Events that were to be committed may be missing then, or their position, so {@code
     * startOver} is there for good before.
     *
     * @param hanging as {@link #hanging()} said
     * @param startOver the position after which everything is compared
     */
    void abort(Set<TopicPartition> hanging, ProducerRecord<String, byte[]> startOver) {
        // In no transaction: the abortion of one would take it back.
        try (KafkaProducer<String, byte[]> plain =
                new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer())) {
            Answer.of(plain.send(startOver));
        }
        ended = false;
        producer.beginTransaction();
        // The key is for the compacted topic, which takes no record without.
        hanging.forEach(partition -> producer.send(
                new ProducerRecord<>(partition.topic(), partition.partition(), startOver.key(), new byte[0])));
        // What has not been sent would be dropped, and its partition would not take part.
        producer.flush();
        producer.abortTransaction();
        requireEnded();
    }

    /** Gives up what is open: what is not committed by now must not be; its outcome is for the next of this id to settle. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
