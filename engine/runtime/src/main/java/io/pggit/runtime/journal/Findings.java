package io.pggit.runtime.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.audit.Finding;
import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What is wrong with the record of a journal's database and is to become an audit row there: kept until it is one, since the
 * stream that brought it to light does not tell it again.
 */
public final class Findings {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Journal journal;
    private volatile long stored;

    Findings(Journal journal, SqliteSession session) throws SQLException {
        this.journal = journal;
        session.update("create_finding");
        this.stored = session.first("count_findings", row -> row.getLong(1)).orElse(0L);
    }

    /**
     * Adds findings; part of an append's transaction.
     *
     * @return how many there are now; to be given to {@link #committed} when the transaction is
     */
    long append(SqliteSession session, List<Finding> findings) throws SQLException {
        long count = stored;
        for (Finding finding : findings) {
            count += session.update("insert_finding", finding.write().toString());
        }
        return count;
    }

    void committed(long count) {
        stored = count;
    }

    /** Whether there is nothing to record. */
    public boolean isEmpty() {
        return stored == 0;
    }

    /** Those to be recorded, in the order in which they came. */
    public List<OpenFinding> open() {
        return journal.read(session -> session.list("open_findings", Findings::finding));
    }

    /** Notes that one is in the database; durable on return. */
    public void recorded(OpenFinding finding) {
        journal.write(session -> {
            stored -= session.update("delete_finding", finding.number());
            return null;
        });
    }

    private static OpenFinding finding(ResultSet row) throws SQLException {
        long number = row.getLong(1);
        try {
            return new OpenFinding(number, Finding.read(MAPPER.readTree(row.getString(2))));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new JournalException("the journal's copy of finding " + number + " is damaged");
        }
    }
}
