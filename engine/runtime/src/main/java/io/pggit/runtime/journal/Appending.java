package io.pggit.runtime.journal;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.WrittenRow;
import io.pggit.core.event.CommandCounter;
import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The numbers an append hands out; they count only once it is committed. */
final class Appending {
    private long index;
    private long command;
    private int rows;
    private Optional<Lsn> end = Optional.empty();
    private final boolean closing;
    private final List<String> closed = new ArrayList<>();

    /**
     * An append behind what there is.
     *
     * @param closing whether there are attempts that rows may complete
     */
    Appending(long index, long command, boolean closing) {
        this.index = index;
        this.command = command;
        this.closing = closing;
    }

    /**
     * Adds a transaction.
     *
     * @throws ConflictingRowException when the journal has one of its rows from another transaction
     */
    void add(SqliteSession session, AuditTransaction transaction) throws SQLException {
        int taken = 0;
        CommandCounter commands = new CommandCounter();
        for (Iterator<WrittenRow> written = transaction.written(); written.hasNext(); ) {
            WrittenRow row = written.next();
            if (closing) {
                row.closes().ifPresent(closed::add);
            }
            if (session.update("insert_row", row.seq(), index + 1, row.xid(), row.json()) == 1) {
                taken++;
                commands.add(row.event());
            } else {
                requireSame(session, row);
            }
        }
        if (end.map(known -> known.compareTo(transaction.end()) < 0).orElse(true)) {
            end = Optional.of(transaction.end());
        }
        if (taken > 0) {
            session.update(
                    "insert_transaction",
                    index + 1,
                    transaction.end().value(),
                    transaction.xid(),
                    transaction.committedAt().map(Instant::toString),
                    command + 1,
                    command + commands.count());
            index++;
            command += commands.count();
            rows += taken;
        }
    }

    /** Number of the last transaction, counting those added. */
    long index() {
        return index;
    }

    /** Number of the last command, counting those added. */
    long command() {
        return command;
    }

    /** How many rows were taken. */
    int rows() {
        return rows;
    }

    /** Keys of attempts that are complete. */
    List<String> closed() {
        return closed;
    }

    /** After the last transaction. */
    void finish(SqliteSession session) throws SQLException {
        if (end.isPresent()) {
            advanceEnd(session, end.get());
        }
    }

    private static void requireSame(SqliteSession session, WrittenRow row) throws SQLException {
        long xid = session.first("xid_of_row", result -> result.getLong(1), row.seq())
                .orElseThrow();
        if (xid != row.xid()) {
            throw new ConflictingRowException("audit row " + row.seq() + " is of transaction " + row.xid()
                    + ", but the journal has it from transaction " + xid
                    + ": the database was restored to an earlier state");
        }
    }

    /** Notes a place the journal is complete up to, unless it is further already. */
    static void advanceEnd(SqliteSession session, Lsn end) throws SQLException {
        if (Journal.end(session).map(known -> known.compareTo(end) < 0).orElse(true)) {
            session.update("save_property", "end", end.toString());
        }
    }
}
