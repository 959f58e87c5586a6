package io.pggit.sql.answer;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.measurement.Measurements;
import io.pggit.runtime.repository.Repository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Measures an engine while it runs, and answers what was measured. Close it before the repository. */
public final class Monitoring implements AutoCloseable {
    private final Journal journal;
    private final Repository repository;
    private final Measurements measurements;
    private final Clock clock;
    private final Instant begun;

    /** Begins to measure; what was measured earlier is kept beside the journal. */
    public Monitoring(Journal journal, Repository repository) {
        this.journal = journal;
        this.repository = repository;
        this.clock = Clock.systemUTC();
        this.begun = clock.instant();
        this.measurements = Measurements.open(journal.directory(), clock);
        repository.watch(this::visible);
    }

    /** From the commit in PostgreSQL to that in the history; what was committed while no engine ran says nothing of it. */
    private void visible(AuditTransaction transaction) {
        transaction
                .committedAt()
                .filter(begun::isBefore)
                .ifPresent(
                        committed -> measurements.add("wal_to_commit", Duration.between(committed, clock.instant())));
    }

    /** What answers questions about it. */
    public List<Topic> topics() {
        return List.of(
                new MonitoringTopic(repository, measurements, clock), new IntegrityTopic(journal, repository, clock));
    }

    @Override
    public void close() {
        repository.watch(transaction -> {});
        measurements.close();
    }
}
