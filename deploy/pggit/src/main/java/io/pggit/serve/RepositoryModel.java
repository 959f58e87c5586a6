package io.pggit.serve;

import io.pggit.capture.reconcile.Model;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.repository.Repository;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The schema as the repository's state has it. */
final class RepositoryModel implements Model {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Journal journal;
    private final Repository repository;

    RepositoryModel(Journal journal, Repository repository) {
        this.journal = journal;
        this.repository = repository;
    }

    @Override
    public Optional<Map<ObjectKey, ObjectState.Described>> factsAfter(Lsn place) {
        try {
            if (!journal.awaitEnd(place, PATIENCE)) {
                return Optional.empty();
            }
            if (!repository.awaitPosition(journal.lastIndex(), PATIENCE)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        Map<ObjectKey, ObjectState.Described> facts = new TreeMap<>();
        repository
                .objects()
                .forEach((key, object) ->
                        facts.put(key, new ObjectState.Described(object.id(), object.facts(), object.parts())));
        return Optional.of(facts);
    }
}
