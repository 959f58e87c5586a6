package io.pggit.runtime.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The DDL commands of a journal's database that began and left no audit row: those that are still under way, and those that
 * failed or were rolled back. Kept apart from the audit rows, since anybody who may emit logical messages can forge them;
 * no projection that counts as evidence reads them. The newest {@value #KEPT} are kept, their statements up to
 * {@value #STATEMENT_LIMIT} characters.
 */
public final class Attempts {
    /** How many are kept. */
    public static final int KEPT = 10_000;

    /** How much of a statement is kept. */
    public static final int STATEMENT_LIMIT = 10_000;

    private static final int PRUNED_AT = KEPT + KEPT / 10;
    private static final String LAST_NUMBER = "last_attempt";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Journal journal;
    private long stored;

    Attempts(Journal journal, SqliteSession session) throws SQLException {
        this.journal = journal;
        session.update("create_attempt");
        session.update("create_attempt_by_key");
        this.stored = session.first("count_attempts", row -> row.getLong(1)).orElse(0L);
    }

    /** Whether an append has to tell the keys of what it closes. */
    boolean isEmpty() {
        return stored == 0;
    }

    /**
     * Adds attempts and takes out those whose commands are complete; part of an append's transaction.
     *
     * @param closed keys of the commands that are
     * @return how many there are now; to be given to {@link #committed} when the transaction is
     */
    long append(SqliteSession session, List<Attempt> attempts, List<String> closed) throws SQLException {
        Map<String, Deque<Attempt>> fresh = new LinkedHashMap<>();
        attempts.forEach(attempt ->
                fresh.computeIfAbsent(attempt.key(), key -> new ArrayDeque<>()).add(attempt));
        long count = stored;
        for (String key : closed) {
            Deque<Attempt> same = fresh.getOrDefault(key, new ArrayDeque<>());
            if (!same.isEmpty()) {
                same.remove();
            } else if (count > 0) {
                count -= session.update("close_attempt", key);
            }
        }
        for (Deque<Attempt> open : fresh.values()) {
            for (Attempt attempt : open) {
                count += session.update("insert_attempt", attempt.position().value(), attempt.key(), body(attempt));
            }
        }
        return count > PRUNED_AT ? count - session.update("prune_attempts", KEPT) : count;
    }

    void committed(long count) {
        stored = count;
    }

    private static String body(Attempt attempt) {
        ObjectNode node = attempt.write();
        attempt.statement()
                .filter(text -> text.length() > STATEMENT_LIMIT)
                .ifPresent(text -> node.put("statement", text.substring(0, STATEMENT_LIMIT)));
        return node.toString();
    }

    /** Those of which it is not known yet what became of them, in the order of the log. */
    public List<Attempt> open() {
        return journal.read(session -> session.list("open_attempts", row -> attempt(row, 1)));
    }

    /**
     * Notes that the transactions of these attempts are over and all their rows are in the journal: what has no row by now
     * came to nothing. Durable on return.
     */
    public void settle(Collection<Lsn> positions) {
        journal.write(session -> {
            long number = lastNumber(session);
            for (Lsn position : positions) {
                number += session.update("settle_attempt", number + 1, position.value());
            }
            return session.update("save_property", LAST_NUMBER, Long.toString(number));
        });
    }

    private static long lastNumber(SqliteSession session) throws SQLException {
        return session.first("property", row -> Long.parseLong(row.getString(1)), LAST_NUMBER)
                .orElse(0L);
    }

    /** Up to {@code limit} that came to nothing, after number {@code after}, in the order in which that became known. */
    public List<UndoneAttempt> undoneAfter(long after, int limit) {
        return journal.read(session -> session.list("undone_attempts", Attempts::undone, after, limit));
    }

    /** The last {@code limit} that came to nothing, the last first. */
    public List<UndoneAttempt> latest(int limit) {
        return journal.read(session -> session.list("latest_attempts", Attempts::undone, limit));
    }

    private static UndoneAttempt undone(ResultSet row) throws SQLException {
        return new UndoneAttempt(row.getLong(1), attempt(row, 2));
    }

    private static Attempt attempt(ResultSet row, int column) throws SQLException {
        Lsn position = new Lsn(row.getLong(column));
        try {
            return Attempt.read(position, MAPPER.readTree(row.getString(column + 1)));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new JournalException("the journal's copy of the attempt at " + position + " is damaged");
        }
    }
}
