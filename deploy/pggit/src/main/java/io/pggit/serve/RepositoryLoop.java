package io.pggit.serve;

import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.repository.Repository;
import io.pggit.runtime.repository.RepositoryException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the journal into the repository, as fast as it grows. One thread owns it; a failure is tried again. */
final class RepositoryLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RepositoryLoop.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Journal journal;
    private final Repository repository;
    private final BackOff backOff = new BackOff();

    RepositoryLoop(Journal journal, Repository repository) {
        this.journal = journal;
        this.repository = repository;
    }

    @Override
    public void run() {
        boolean told = false;
        while (!backOff.isEnded()) {
            try {
                repository.catchUp();
                if (told) {
                    LOG.info("the repository takes commits again");
                    told = false;
                }
                backOff.reset();
                journal.awaitBeyond(repository.position(), WAIT);
            } catch (RepositoryException e) {
                if (!told) {
                    LOG.error("{}", e.getMessage(), e);
                    told = true;
                }
                backOff.pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Ends {@link #run()} soon; any thread. */
    void stop() {
        backOff.end();
    }
}
