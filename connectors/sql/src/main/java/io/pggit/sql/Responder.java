package io.pggit.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.sql.answer.Question;
import io.pggit.sql.answer.QuestionRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the questions that came out of the change stream, one after the other, on a thread and a connection of its own.
 * Before it answers, everything committed before the question is in the repository. An answer whose connection was lost is made
 * and written once more, over a new one; if that fails too it is dropped: the asker gets a time-out and nothing else has happened.
 */
public final class Responder implements Runnable, AutoCloseable {
    /** Waits until the repository holds everything up to a journal index. */
    @FunctionalInterface
    public interface Barrier {
        /** Returns false when it did not come so far within {@code timeout}. */
        boolean await(long journalIndex, Duration timeout) throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    /** A question nobody waits for an answer to. */
    private static final String NOTE = "measured";

    private static final int MAX_WAITING = 10_000;
    private static final long POLL_MS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNDEFINED_TABLE = "42P01";
    private static final int WITHOUT_API_S = 10;
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(60);

    private record Waiting(String message, long journalIndex) {}

    private final Database database;
    private final Answers answers;
    private final Barrier barrier;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
    /** What could not be answered over a connection that is gone; belongs to the thread that runs. */
    private Optional<Waiting> unwritten = Optional.empty();

    private volatile boolean stopping;

    /** A responder that writes its answers to {@code database}. */
    public Responder(Database database, Answers answers, Barrier barrier) {
        this.database = database;
        this.answers = answers;
        this.barrier = barrier;
    }

    /**
     * Takes a question; any thread. When too many wait, it is dropped and its asker gets a time-out.
     *
     * @param message the text of the logical message
     * @param journalIndex the last transaction journaled when the question came out of the stream
     */
    public void ask(String message, long journalIndex) {
        if (!queue.offer(new Waiting(message, journalIndex))) {
            LOG.warn("more than {} questions are waiting; one was dropped", MAX_WAITING);
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Connection connection = database.connect()) {
                answerWith(connection);
            } catch (SQLException e) {
                if (!stopping && UNDEFINED_TABLE.equals(e.getSQLState())) {
                    // installed for audit only: nobody can ask, until somebody installs the functions
                    pause(WITHOUT_API_S);
                } else if (!stopping) {
                    LOG.warn("cannot write answers: {}; trying again", e.getMessage());
                    pause(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void answerWith(Connection connection) throws SQLException, InterruptedException {
        QuestionReader reader = reader(connection);
        try (PreparedStatement insert = connection.prepareStatement(SqlFile.of(Responder.class, "answer"));
                PreparedStatement sweep = connection.prepareStatement(SqlFile.of(Responder.class, "sweep"))) {
            long nextSweep = System.nanoTime();
            while (!stopping) {
                if (System.nanoTime() - nextSweep >= 0) {
                    sweep.executeUpdate();
                    nextSweep = System.nanoTime() + SWEEP_EVERY.toNanos();
                }
                Optional<Waiting> again = unwritten;
                unwritten = Optional.empty();
                Waiting waiting = again.isPresent() ? again.get() : queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (waiting != null) {
                    try {
                        answer(waiting, reader, insert);
                    } catch (SQLException e) {
                        unwritten = again.isPresent() ? Optional.empty() : Optional.of(waiting);
                        throw e;
                    }
                }
            }
        }
    }

    private void answer(Waiting waiting, QuestionReader reader, PreparedStatement insert)
            throws SQLException, InterruptedException {
        Optional<Question> question = question(waiting, reader);
        if (question.isEmpty()) {
            return;
        }
        String body = null;
        String error = null;
        try {
            if (!barrier.await(waiting.journalIndex(), PATIENCE)) {
                return;
            }
            body = answers.answer(question.get()).toString();
        } catch (QuestionRefused e) {
            error = error(e.sqlState(), e.getMessage(), e.detail(), e.hint()).toString();
        } catch (RuntimeException e) {
            LOG.error("question {} failed", question.get().kind(), e);
            error = error("XX000", "The pgGit engine failed to answer: " + e, "", "Its log has the details.")
                    .toString();
        }
        if (NOTE.equals(question.get().kind())) {
            return;
        }
        insert.setObject(1, question.get().id());
        insert.setString(2, body);
        insert.setString(3, error);
        insert.executeUpdate();
    }

    /** Whatever somebody sends, the next question is answered. */
    private static Optional<Question> question(Waiting waiting, QuestionReader reader) {
        try {
            Optional<Question> question = reader.read(waiting.message());
            if (question.isEmpty()) {
                LOG.warn("a message with the prefix of questions was not written by pggit.ask; ignored");
            }
            return question;
        } catch (RuntimeException e) {
            LOG.error("a question cannot be read", e);
            return Optional.empty();
        }
    }

    private static ObjectNode error(String sqlState, String message, String detail, String hint) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sqlstate", sqlState)
                .put("message", message)
                .put("detail", detail)
                .put("hint", hint);
    }

    private static QuestionReader reader(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Responder.class, "secret"));
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("table pggit.secret is empty; run pggit install again");
            }
            return new QuestionReader(row.getBytes(1), row.getBytes(2));
        }
    }

    private void pause(int seconds) {
        try {
            for (int i = 0; i < seconds && !stopping; i++) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping = true;
    }
}
