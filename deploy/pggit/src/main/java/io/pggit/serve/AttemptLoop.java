package io.pggit.serve;

import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.journal.Journal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which attempts came to nothing. One thread owns it.
 *
 * <p>Order: it asks the server which transactions still run, then how far the log is; the commit of whatever did not run is in
 * front of that place. Once the journal has come to the place, what has no row came to nothing.
 */
final class AttemptLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptLoop.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    /** Transactions that are over; all their rows lie in front of {@code place}. */
    private record Ended(List<Lsn> attempts, Lsn place) {}

    private final Database database;
    private final Journal journal;
    private Optional<Ended> ended = Optional.empty();
    private volatile boolean stopped;

    /** A loop over the attempts of {@code journal}. */
    AttemptLoop(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
                doWork();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void doWork() throws InterruptedException {
        if (ended.isPresent()) {
            if (!journal.awaitEnd(ended.get().place(), EVERY)) {
                return;
            }
            journal.attempts().settle(ended.get().attempts());
            ended = Optional.empty();
        }
        List<Attempt> open = journal.attempts().open();
        if (!open.isEmpty()) {
            ended = ask(open);
        }
    }

    private Optional<Ended> ask(List<Attempt> open) {
        try (Connection connection = database.connect()) {
            List<RunningSession> running = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(SqlFile.of(AttemptLoop.class, "running"));
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    running.add(RunningSession.of(row));
                }
            }
            try (PreparedStatement query = connection.prepareStatement(SqlFile.of(AttemptLoop.class, "place"));
                    ResultSet row = query.executeQuery()) {
                row.next();
                Optional<Instant> prepared =
                        Optional.ofNullable(row.getString("prepared_at")).map(Instant::parse);
                List<Lsn> over = open.stream()
                        .filter(attempt -> running.stream().noneMatch(session -> session.holds(attempt)))
                        .filter(attempt -> prepared.map(
                                        time -> time.isBefore(attempt.clocks().transaction()))
                                .orElse(true))
                        .map(Attempt::position)
                        .toList();
                return over.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Ended(over, Lsn.parse(row.getString("place"))));
            }
        } catch (SQLException e) {
            LOG.debug("cannot ask what became of attempts: {}; asking again", e.getMessage());
            return Optional.empty();
        }
    }

    /** Ends {@link #run()} soon; any thread. */
    void stop() {
        stopped = true;
    }
}
