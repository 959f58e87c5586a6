package io.pggit.serve;

import io.micrometer.core.instrument.MeterRegistry;
import io.pggit.capture.Database;
import io.pggit.capture.reconcile.Reconciler;
import io.pggit.capture.stream.ChangeStream;
import io.pggit.capture.stream.Origin;
import io.pggit.capture.stream.Resume;
import io.pggit.core.audit.Finding;
import io.pggit.kafka.Publisher;
import io.pggit.runtime.journal.DatabaseIdentity;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.OpenFinding;
import io.pggit.runtime.repository.Repository;
import io.pggit.sql.RepositoryAnswers;
import io.pggit.sql.Responder;
import io.pggit.sql.WalNudge;
import io.pggit.sql.answer.AttemptsTopic;
import io.pggit.sql.answer.EngineStatus;
import io.pggit.sql.answer.Monitoring;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running engine for one database: capture, repository, publisher and responder, a thread each. What one of them fails
 * at for good ends them all; what may pass (a connection, a broker) is tried again.
 */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration END_WAIT = Duration.ofSeconds(10);
    private static final Duration SLICE = Duration.ofMillis(200);

    private final Journal journal;
    private final Repository repository;
    private final Monitoring monitoring;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private Optional<Publisher> publisher = Optional.empty();
    private volatile boolean stopping;

    private Engine(Journal journal, Repository repository, Monitoring monitoring) {
        this.journal = journal;
        this.monitoring = monitoring;
        this.repository = repository;
    }

    /**
     * Starts an engine; returns when it is attached to the slot and its journal knows its place in the log, so that
     * everything from now on reaches it in the order of commits.
     *
     * @throws io.pggit.capture.CaptureException when the database cannot be captured
     * @throws io.pggit.runtime.StorageException when the directory cannot be used
     * @throws SQLException when the database cannot be reached
     */
    public static Engine start(EngineSettings settings, MeterRegistry meters) throws SQLException {
        return start(settings, meters, Optional.empty());
    }

    /**
     * Starts an engine again after one that ended because the database had diverged: with a new incarnation.
     *
     * @param diverged what that one ended with
     */
    public static Engine start(EngineSettings settings, MeterRegistry meters, DivergedException diverged)
            throws SQLException {
        return start(settings, meters, Optional.of(diverged.getMessage()));
    }

    private static Engine start(EngineSettings settings, MeterRegistry meters, Optional<String> diverged)
            throws SQLException {
        DatabaseIdentity identity = StartCheck.run(settings.database(), settings.carrier());
        Opened opened = new Opened();
        try {
            opened.open(settings, meters);
            Kinship kinship = Kinship.of(opened.journal, identity, settings.database());
            if (kinship == Kinship.UPGRADED) {
                opened.goOn(settings, identity);
            }
            Optional<String> differs = kinship == Kinship.COPY
                    ? Optional.of(identity + " is a copy of "
                            + opened.journal.database().orElseThrow())
                    : diverged;
            if (differs.isPresent()) {
                opened.begin(settings, meters, differs.get());
            }
            opened.journal.bind(identity);
            ChangeStream stream = opened.stream(settings);
            if (stream.divergence().isPresent()) {
                String reason = Batch.reason(stream.divergence().get());
                stream.close();
                opened.begin(settings, meters, reason);
                opened.journal.bind(identity);
                stream = opened.stream(settings);
            }
            Engine engine = new Engine(opened.journal, opened.repository, opened.monitoring);
            engine.run(settings, meters, stream, () -> opened.stream(settings));
            return engine;
        } catch (SQLException | RuntimeException e) {
            opened.close(e);
            throw e;
        }
    }

    /** Journal and repository while an engine starts; a new pair when a new incarnation begins. */
    private static final class Opened {
        private Journal journal;
        private Repository repository;
        private Monitoring monitoring;
        private final Deque<AutoCloseable> resources = new ArrayDeque<>();

        void open(EngineSettings settings, MeterRegistry meters) {
            new Incarnations(settings.directory()).finish();
            journal = Journal.open(settings.directory(), meters);
            resources.push(journal);
            repository = Repository.open(journal, meters);
            resources.push(repository);
            monitoring = new Monitoring(journal, repository);
            resources.push(monitoring);
        }

        /** What the earlier journal had still to say is said by the new one. */
        void begin(EngineSettings settings, MeterRegistry meters, String reason) {
            UUID past = journal.incarnation();
            List<Finding> unsaid =
                    journal.findings().open().stream().map(OpenFinding::finding).toList();
            LOG.warn("a new incarnation begins: {}; {} is kept beside it", reason, past);
            monitoring.close();
            repository.close();
            journal.close();
            resources.clear();
            new Incarnations(settings.directory()).begin(past, reason, unsaid);
            open(settings, meters);
        }

        /** The cluster is another one, the database is not. */
        void goOn(EngineSettings settings, DatabaseIdentity identity) throws SQLException {
            LOG.info("{} was upgraded to {}", journal.database().orElseThrow(), identity);
            try (Connection connection = settings.database().connect()) {
                Installation.takeOver(connection);
            }
            journal.rebind(identity);
        }

        ChangeStream stream(EngineSettings settings) {
            return settings.carrier()
                    .open(
                            settings.database(),
                            new Resume(journal.end(), journal.origin().map(Origin::parse)));
        }

        void close(Exception first) {
            for (AutoCloseable resource : resources) {
                Engine.close(resource, first);
            }
        }
    }

    private static void close(AutoCloseable resource, Exception first) {
        try {
            resource.close();
        } catch (Exception second) {
            first.addSuppressed(second);
        }
    }

    private void run(
            EngineSettings settings, MeterRegistry meters, ChangeStream stream, Supplier<ChangeStream> opener) {
        Database database = settings.database();
        Responder responder = new Responder(
                database,
                new RepositoryAnswers(
                        repository, monitoring, new EngineStatus(journal, repository), new AttemptsTopic(journal)),
                this::awaitRepository);
        WalNudge nudge = new WalNudge(database);
        RepositoryLoop repositoryLoop = new RepositoryLoop(journal, repository);
        Reconciler reconciler = new Reconciler(
                database, new RepositoryModel(journal, repository), new ReconcileFile(settings.directory()));
        ReconcileLoop reconcile = new ReconcileLoop(reconciler, journal.findings(), settings.reconcileEvery());
        CaptureLoop capture = new CaptureLoop(stream, opener, journal, responder, reconcile::report, reconcile::hurry);
        AttemptLoop attempts = new AttemptLoop(database, journal);
        start("repository", repositoryLoop, repositoryLoop::stop);
        settings.kafka().ifPresent(kafka -> {
            Publisher publishing = new Publisher(journal, kafka, meters);
            publisher = Optional.of(publishing);
            Thread thread = start("publisher", publishing, publishing::stop);
            // A client that waits for a broker waits for seconds.
            stops.add(thread::interrupt);
        });
        start("responder", responder, responder::close);
        start("nudge", nudge, nudge::close);
        start("capture", capture, capture::stop);
        Thread settling = start("attempts", attempts, attempts::stop);
        stops.add(settling::interrupt);
        Thread comparing = start("reconcile", reconcile, reconcile::stop);
        // A comparison waits for the journal to catch up.
        stops.add(comparing::interrupt);
        if (settings.carrier().needsLogicalWal()) {
            // Whoever ends first; why the engine ended is told by awaitEnd.
            CompletableFuture.anyOf(capture.inPlace(), ended)
                    .exceptionally(failure -> null)
                    .join();
        }
    }

    /** In slices, so that a question that waits does not hold up the end. */
    private boolean awaitRepository(long index, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!stopping && System.nanoTime() < deadline) {
            if (repository.awaitPosition(index, SLICE)) {
                return true;
            }
        }
        return false;
    }

    private Thread start(String name, Runnable work, Runnable stop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        ended.completeExceptionally(e);
                    }
                },
                "pggit-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        stops.push(stop);
        thread.start();
        return thread;
    }

    /** The bare Git repository, to be cloned. */
    public Path repository() {
        return repository.gitDirectory();
    }

    /**
     * Waits until everything that is in the journal now is in the repository and, where there is a publisher, in Kafka.
     *
     * @return false when that took longer than {@code timeout}
     */
    public boolean awaitProjections(Duration timeout) throws InterruptedException {
        long index = journal.lastIndex();
        long deadline = System.nanoTime() + timeout.toNanos();
        if (!repository.awaitPosition(index, timeout)) {
            return false;
        }
        while (publisher.isPresent() && publisher.get().position() < index) {
            if (System.nanoTime() > deadline || ended.isDone()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }

    /**
     * Waits until the engine is closed.
     *
     * @throws RuntimeException what it failed with, when it ended by itself
     */
    public void awaitEnd() throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends all threads in an orderly way, within seconds. Harmless when repeated; any thread. */
    @Override
    public synchronized void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        stops.forEach(Runnable::run);
        boolean interrupted = false;
        long deadline = System.nanoTime() + END_WAIT.toNanos();
        for (Thread thread : threads) {
            interrupted |= !join(thread, deadline);
        }
        if (threads.stream().noneMatch(Thread::isAlive)) {
            monitoring.close();
            repository.close();
            journal.close();
        } else {
            // Everything on disk is safe at any moment; closing files under a thread that writes them is not.
            LOG.warn("not all threads ended within {} s", END_WAIT.toSeconds());
        }
        ended.complete(null);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean join(Thread thread, long deadline) {
        try {
            long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            thread.join(Math.max(1, millis));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
