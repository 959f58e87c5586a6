package io.pggit.sql;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import io.pggit.capture.stream.ChangeStream;
import io.pggit.capture.stream.PgoutputStream;
import io.pggit.capture.stream.StreamedChange;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.repository.Repository;
import io.pggit.sql.answer.EngineStatus;
import io.pggit.sql.answer.Monitoring;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The parts of an engine that answer questions, in this process: one thread captures and folds, one answers. */
final class Engine implements AutoCloseable {
    private final Journal journal;
    private final Repository repository;
    private final Monitoring monitoring;
    private final ChangeStream stream;
    private final Responder responder;
    private final WalNudge nudge;
    private final List<Thread> threads;
    private volatile boolean stopping;

    private Engine(Database database, Path data) {
        journal = Journal.open(data, new SimpleMeterRegistry());
        repository = Repository.open(journal, new SimpleMeterRegistry());
        monitoring = new Monitoring(journal, repository);
        responder = new Responder(
                database,
                new RepositoryAnswers(repository, monitoring, new EngineStatus(journal, repository)),
                repository::awaitPosition);
        nudge = new WalNudge(database);
        stream = PgoutputStream.open(database, journal.end());
        threads = List.of(
                new Thread(this::capture, "capture"), new Thread(responder, "responder"), new Thread(nudge, "nudge"));
    }

    static Engine start(TestDatabase database, Path data) {
        Engine engine = new Engine(new Database(database.url(), new Properties()), data);
        engine.threads.forEach(Thread::start);
        return engine;
    }

    Repository repository() {
        return repository;
    }

    private void capture() {
        while (!stopping) {
            stream.await()
                    .ifPresent(change -> change.accept(new StreamedChange.Visitor() {
                        @Override
                        public void committed(StreamedChange.Committed committed) {
                            journal.append(List.of(committed.transaction()));
                            stream.confirm(committed.transaction().end());
                            repository.catchUp();
                        }

                        @Override
                        public void asked(StreamedChange.Asked asked) {
                            responder.ask(asked.payload(), journal.lastIndex());
                        }

                        @Override
                        public void gap(StreamedChange.Gap gap) {
                            throw new AssertionError(gap);
                        }

                        @Override
                        public void diverged(StreamedChange.Diverged diverged) {
                            throw new AssertionError(diverged);
                        }

                        @Override
                        public void tampered(StreamedChange.Tampered tampered) {
                            throw new AssertionError(tampered);
                        }

                        @Override
                        public void attempted(StreamedChange.Attempted attempted) {}

                        @Override
                        public void mismatched(StreamedChange.Mismatched mismatched) {
                            throw new AssertionError(mismatched);
                        }

                        @Override
                        public void lost(StreamedChange.Lost lost) {
                            throw new AssertionError(lost);
                        }
                    }));
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        responder.close();
        nudge.close();
        for (Thread thread : threads) {
            thread.join();
        }
        stream.close();
        monitoring.close();
        repository.close();
        journal.close();
    }
}
