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
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

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
            KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                    settings.producer(transactionalId), new StringSerializer(), new ByteArraySerializer());
            try {
                producer.initTransactions();
                Session session = resume(producer, admin, database);
                BrokerFeatures.warnOfOldTransactions(admin);
                outage.over();
                while (!stopped && !Thread.currentThread().isInterrupted()) {
                    publishNext(session);
                }
            } finally {
                // What is not committed by now must not be: its outcome is for initTransactions to settle.
                producer.close(Duration.ZERO);
            }
        }
    }

    /** A producer that has fenced its predecessors, and what they left. */
    private record Session(
            KafkaProducer<String, byte[]> producer,
            PositionTopic positions,
            DatabaseIdentity database,
            EarlierEvents earlier) {}

    private Session resume(KafkaProducer<String, byte[]> producer, Admin admin, DatabaseIdentity database) {
        PositionTopic positions = new PositionTopic(settings, new EventSource(database));
        Optional<PublishedPosition> own =
                positions.last(admin).filter(last -> last.incarnation().equals(journal.incarnation()));
        EarlierEvents earlier = own.isPresent() && own.get().earlier().isEmpty()
                ? EarlierEvents.none()
                : EarlierEvents.read(settings, admin, database.systemIdentifier());
        position = own.orElseGet(() -> PublishedPosition.start(journal.incarnation(), earlier.incarnations()));
        return new Session(producer, positions, database, earlier);
    }

    private void publishNext(Session session) {
        List<NumberedCommand> batch = new ArrayList<>();
        for (JournalEntry entry : journal.read(position.transaction(), TRANSACTIONS_PER_READ)) {
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
        awaitJournal();
    }

    private void commitAttempts(Session session, List<UndoneAttempt> attempts) {
        PublishedPosition next = position.after(attempts.get(attempts.size() - 1));
        session.producer().beginTransaction();
        for (UndoneAttempt attempt : attempts) {
            session.producer()
                    .send(CaptureRecord.of(
                            session.database(),
                            journal.incarnation(),
                            attempt,
                            settings.topics().capture()));
        }
        session.producer().send(session.positions().record(next));
        session.producer().commitTransaction();
        position = next;
        published.increment(attempts.size());
    }

    private void commit(Session session, List<NumberedCommand> batch) {
        PublishedPosition next = position.after(batch.get(batch.size() - 1));
        int events = 0;
        session.producer().beginTransaction();
        for (NumberedCommand command : batch) {
            if (!command.command().isBaseline() && !session.earlier().contains(command)) {
                session.producer()
                        .send(EventRecord.of(command, settings.topics().ddl()));
                CaptureRecord.of(command, settings.topics().capture()).forEach(session.producer()::send);
                events++;
            }
        }
        session.producer().send(session.positions().record(next));
        session.producer().commitTransaction();
        position = next;
        published.increment(events);
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
