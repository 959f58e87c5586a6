package io.pggit.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pggit.runtime.journal.DatabaseIdentity;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.runtime.journal.UndoneAttempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the DDL commands of one journal, each exactly once for {@code read_committed} readers, in journal order; and, to
 * a topic of their own, what was found about the capture and which attempts came to nothing.
 *
 * <p>One thread runs it. Order of what becomes durable: the journal has a transaction before this reads it; then events
 * and position commit in one Kafka transaction. The transactional id belongs to the database. {@code initTransactions}
 * comes first: it fences any predecessor and settles its open transaction; only then is the last position read. After an
 * error nobody knows whether the last commit counted, so everything begins again from {@code initTransactions}.
 *
 * <p>When the brokers cannot be reached it keeps trying, and nothing else waits for it.
 */
public final class Publisher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration WAIT_FOR_JOURNAL = Duration.ofMillis(200);
    private static final int TRANSACTIONS_PER_READ = 200;
    private static final int COMMANDS_PER_COMMIT = 1_000;

    private final Journal journal;
    private final KafkaSettings settings;
    private final Outage outage;
    private final Counter published;
    private volatile PublishedPosition position;
    private volatile boolean stopped;

    /**
     * A publisher of {@code journal}, which must be tied to a database before it runs.
     *
     * @param meters gets gauges {@code pggit.publisher.position} and {@code .lag} (journal transactions) and counter
     *     {@code pggit.publisher.events}
     */
    public Publisher(Journal journal, KafkaSettings settings, MeterRegistry meters) {
        this.journal = journal;
        this.settings = settings;
        this.outage = new Outage(settings.bootstrapServers());
        this.position = PublishedPosition.start(journal.incarnation(), new TreeSet<>());
        this.published = Counter.builder("pggit.publisher.events")
                .description("Events committed to Kafka by this process")
                .register(meters);
        meters.gauge("pggit.publisher.position", this, Publisher::position);
        meters.gauge("pggit.publisher.lag", this, publisher -> journal.lastIndex() - publisher.position());
    }

    /** Number of the last journal transaction known to be published whole; 0 until the brokers were asked. */
    public long position() {
        return position.transaction();
    }

    /** Publishes until {@link #stop()} or until the thread is interrupted. */
    @Override
    public void run() {
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try {
                publishUntilStopped();
            } catch (InterruptException e) {
                stopped = true;
            } catch (KafkaException e) {
                outage.note(e);
            }
        }
    }

    /**
     * Makes {@link #run()} return once the brokers have answered what they were asked, 10 s later at worst. Interrupting
     * its thread ends it at once and is as safe: the next run settles what was open.
     */
    public void stop() {
        stopped = true;
        outage.end();
    }

    private void publishUntilStopped() {
        DatabaseIdentity database = journal.database()
                .orElseThrow(() -> new IllegalStateException("journal " + journal.directory() + " has no database"));
        EventSource source = new EventSource(database);
        try (Admin admin = Admin.create(settings.admin())) {
            settings.topics().createMissing(admin);
            String transactionalId = "pggit-" + settings.topics().environment() + "-" + source.permanentKey();
            try (EventTransactions transactions = EventTransactions.of(settings, admin, transactionalId)) {
                Session session = resume(transactions, admin, source);
                BrokerFeatures.warnOfOldTransactions(admin);
                outage.over();
                while (!stopped && !Thread.currentThread().isInterrupted()) {
                    publishNext(session);
                }
            }
        }
    }

    /** Transactions whose predecessors are fenced, and what those left. */
    private record Session(
            EventTransactions transactions,
            PositionTopic positions,
            DatabaseIdentity database,
            EarlierEvents earlier) {}

    private Session resume(EventTransactions transactions, Admin admin, EventSource source) {
        PositionTopic positions = new PositionTopic(settings, source);
        Set<TopicPartition> hanging = transactions.hanging();
        if (!hanging.isEmpty()) {
            LOG.warn(
                    "Kafka at {} left a transaction open in {}, where no reader gets past it; it is aborted, and events are"
                            + " compared with those that are there",
                    settings.bootstrapServers(),
                    hanging);
            transactions.abort(hanging, positions.record(PublishedPosition.startOver(journal.incarnation())));
        }
        Optional<PublishedPosition> own =
                positions.last(admin).filter(last -> last.incarnation().equals(journal.incarnation()));
        EarlierEvents earlier = own.isPresent() && own.get().earlier().isEmpty()
                ? EarlierEvents.none()
                : EarlierEvents.read(settings, admin, source);
        position = own.map(last -> last.beside(earlier.incarnations()))
                .orElseGet(() -> PublishedPosition.start(journal.incarnation(), earlier.incarnations()));
        return new Session(transactions, positions, source.database(), earlier);
    }

    private void publishNext(Session session) {
        List<JournalEntry> entries = journal.read(position.transaction(), TRANSACTIONS_PER_READ);
        List<NumberedCommand> batch = new ArrayList<>();
        for (JournalEntry entry : entries) {
            Iterator<NumberedCommand> commands = NumberedCommand.in(entry, session.database(), journal.incarnation());
            while (commands.hasNext()) {
                NumberedCommand command = commands.next();
                if (command.number() > position.command()) {
                    batch.add(command);
                }
                if (batch.size() == COMMANDS_PER_COMMIT) {
                    commit(session, batch);
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) {
            commit(session, batch);
        }
        List<UndoneAttempt> attempts = journal.attempts().undoneAfter(position.attempt(), COMMANDS_PER_COMMIT);
        if (!attempts.isEmpty()) {
            commitAttempts(session, attempts);
        }
        if (entries.isEmpty() && attempts.isEmpty()) {
            position = position.atEnd();
        }
        session.transactions().requireEnded();
        awaitJournal();
    }

    private void commit(Session session, List<NumberedCommand> batch) {
        commit(session, batch.stream().flatMap(this::events), position.after(batch.get(batch.size() - 1)));
    }

    private Stream<ProducerRecord<String, byte[]>> events(NumberedCommand command) {
        return command.command().isBaseline()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(EventRecord.of(command, settings.topics().ddl())),
                        CaptureRecord.of(command, settings.topics().capture()).stream());
    }

    private void commitAttempts(Session session, List<UndoneAttempt> attempts) {
        commit(
                session,
                attempts.stream()
                        .map(attempt -> CaptureRecord.of(
                                session.database(),
                                journal.incarnation(),
                                attempt,
                                settings.topics().capture())),
                position.after(attempts.get(attempts.size() - 1)));
    }

    private void commit(Session session, Stream<ProducerRecord<String, byte[]>> events, PublishedPosition next) {
        Stream<ProducerRecord<String, byte[]>> missing =
                events.filter(event -> !session.earlier().contains(event));
        published.increment(session.transactions()
                .commit(missing.iterator(), session.positions().record(next)));
        position = next;
    }

    private void awaitJournal() {
        try {
            journal.awaitBeyond(position.transaction(), WAIT_FOR_JOURNAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
