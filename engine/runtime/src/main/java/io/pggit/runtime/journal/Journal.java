package io.pggit.runtime.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.sqlite.SqliteFile;
import io.pggit.runtime.sqlite.SqliteSession;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The audit transactions of one database on disk, in the order in which they were appended: the engine's one durability
 * point. What {@link #append} returned from survives a crash; everything else the engine keeps can be made again from it.
 *
 * <p>A row is kept once, however often it is appended: {@code seq} tells. All methods may be called by any thread; an
 * append never waits for a reader.
 */
public final class Journal implements AutoCloseable {
    private static final int APPLICATION_ID = 0x7067674A;
    private static final int VERSION = 1;
    private static final List<String> SCHEMA = List.of(
            "set_application_id",
            "set_user_version",
            "create_property",
            "create_audit_transaction",
            "create_audit_row",
            "create_audit_row_by_transaction",
            "create_position");

    private final Path directory;
    private final DirectoryLock directoryLock;
    private final SqliteFile file;
    private final Timer appending;
    private final UUID incarnation;
    private final Attempts attempts;
    private final Findings findings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final AtomicInteger endAwaited = new AtomicInteger();
    private volatile long lastIndex;
    private long lastCommand;

    private Journal(Path directory, DirectoryLock directoryLock, SqliteFile file, MeterRegistry meters)
            throws SQLException {
        this.directory = directory;
        this.directoryLock = directoryLock;
        this.file = file;
        this.appending = Timer.builder("pggit.journal.append")
                .description("Making audit transactions durable")
                .register(meters);
        SqliteSession session = file.writer();
        session.update("insert_property", "incarnation", UUID.randomUUID().toString());
        this.incarnation = UUID.fromString(session.first("property", row -> row.getString(1), "incarnation")
                .orElseThrow());
        this.lastIndex = session.first("last_index", row -> row.getLong(1)).orElse(0L);
        this.lastCommand = session.first("last_command", row -> row.getLong(1)).orElse(0L);
        this.attempts = new Attempts(this, session);
        this.findings = new Findings(this, session);
        meters.gauge("pggit.journal.index", this, Journal::lastIndex);
    }

    /**
     * Opens the journal of a data directory, or begins it. Until it is closed, no other engine can open it.
     *
     * @throws JournalException when the directory is in use, or holds no journal this version can read
     */
    public static Journal open(Path directory, MeterRegistry meters) {
        DirectoryLock lock = DirectoryLock.take(directory);
        Path path = directory.resolve("journal.db");
        try {
            SqliteFile file = SqliteFile.open(
                    path, Journal.class, SqliteFile.Durability.EACH_COMMIT, APPLICATION_ID, VERSION, SCHEMA);
            return new Journal(directory, lock, file, meters);
        } catch (SQLException | RuntimeException failure) {
            closeQuietly(lock, failure);
            throw new JournalException(
                    "journal " + path + " cannot be opened: " + failure.getMessage()
                            + "; move the file away and start again, pgGit then rebuilds it from pggit.ddl_audit",
                    failure);
        }
    }

    private static void closeQuietly(DirectoryLock lock, Exception failure) {
        try {
            lock.close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    /** Where this journal and everything made from it is kept. */
    public Path directory() {
        return directory;
    }

    /** Given to this journal when it was begun; a journal begun anew has another. */
    public UUID incarnation() {
        return incarnation;
    }

    /**
     * How many audit rows there are.
     *
     * @param rows their number
     * @param seqs the sum of their {@code seq}
     */
    public record RowTotals(long rows, long seqs) {}

    /** The rows of all transactions before {@code xid}. */
    public RowTotals rowsBefore(long xid) {
        return read(session -> session.first("row_totals", row -> new RowTotals(row.getLong(1), row.getLong(2)), xid)
                .orElseThrow());
    }

    /**
     * Ties the journal to a database: the first call notes it, later ones check it.
     *
     * @throws JournalException when the journal belongs to another database
     */
    public void bind(DatabaseIdentity database) {
        write(session -> {
            Optional<DatabaseIdentity> bound = database(session);
            if (bound.isPresent() && !bound.get().sameDatabase(database)) {
                throw new JournalException("data directory " + directory + " belongs to " + bound.get()
                        + ", but the URL leads to " + database
                        + "; choose another data directory, or the URL of the first");
            }
            save(session, database);
            return null;
        });
    }

    private static void save(SqliteSession session, DatabaseIdentity database) throws SQLException {
        session.update("save_property", "system_identifier", database.systemIdentifier());
        session.update("save_property", "database_oid", Long.toString(database.databaseOid()));
        session.update("save_property", "database_name", database.databaseName());
    }

    /**
     * Ties the journal to another database that continues the one before, such as pg_upgrade makes. Where its rows came from is
     * forgotten with that: the next stream says it anew.
     */
    public void rebind(DatabaseIdentity database) {
        lock.lock();
        try {
            write(session -> {
                session.update("delete_property", "origin");
                save(session, database);
                return null;
            });
        } finally {
            lock.unlock();
        }
    }

    /** The database the journal is tied to. */
    public Optional<DatabaseIdentity> database() {
        return read(Journal::database);
    }

    private static Optional<DatabaseIdentity> database(SqliteSession session) throws SQLException {
        Optional<String> system = session.first("property", row -> row.getString(1), "system_identifier");
        if (system.isEmpty()) {
            return Optional.empty();
        }
        String oid = session.first("property", row -> row.getString(1), "database_oid")
                .orElseThrow();
        String name = session.first("property", row -> row.getString(1), "database_name")
                .orElseThrow();
        return Optional.of(new DatabaseIdentity(system.get(), Long.parseLong(oid), name));
    }

    /**
     * Appends transactions, in this order, in one durable step. Rows the journal has are left out, and transactions of
     * which nothing is left; their end still counts for {@link #end}.
     *
     * @return number of rows taken
     * @throws ConflictingRowException when the journal has a row of the same number from another transaction: the database is
     *     not the one it was
     */
    public int append(List<AuditTransaction> transactions) {
        return append(transactions, List.of(), List.of());
    }

    /**
     * Appends transactions like {@link #append(List)}, and in the same step what came with them.
     *
     * @param begun attempts; everything committed before them is in {@code transactions}, or is here already
     * @param found what is wrong with the record
     */
    public int append(List<AuditTransaction> transactions, List<Attempt> begun, List<Finding> found) {
        Timer.Sample start = Timer.start();
        lock.lock();
        try {
            Appending batch = new Appending(lastIndex, lastCommand, !begun.isEmpty() || !attempts.isEmpty());
            long[] counts = write(session -> {
                for (AuditTransaction transaction : transactions) {
                    batch.add(session, transaction);
                }
                batch.finish(session);
                return new long[] {attempts.append(session, begun, batch.closed()), findings.append(session, found)};
            });
            attempts.committed(counts[0]);
            findings.committed(counts[1]);
            lastIndex = batch.index();
            lastCommand = batch.command();
            grown.signalAll();
            return batch.rows();
        } finally {
            lock.unlock();
            start.stop(appending);
        }
    }

    /** Commands that began and left no audit row. */
    public Attempts attempts() {
        return attempts;
    }

    /** What is wrong with the record and not in the database yet. */
    public Findings findings() {
        return findings;
    }

    /**
     * Notes that there is nothing to append before {@code place}: an idle database may free its WAL up to there. Durable
     * on return; a place behind {@link #end} changes nothing.
     */
    public void advance(Lsn place) {
        lock.lock();
        try {
            write(session -> {
                Appending.advanceEnd(session, place);
                return null;
            });
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the journal is complete up to {@code place}. Whoever fills it sees by {@link #isEndAwaited} that somebody waits,
     * and uses {@link #advance} when there is nothing to append.
     *
     * @return false when {@code timeout} passed before
     */
    public boolean awaitEnd(Lsn place, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        endAwaited.incrementAndGet();
        try {
            while (end().filter(end -> end.compareTo(place) >= 0).isEmpty()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = grown.awaitNanos(nanos);
            }
            return true;
        } finally {
            endAwaited.decrementAndGet();
            lock.unlock();
        }
    }

    /** Whether somebody is in {@link #awaitEnd}. */
    public boolean isEndAwaited() {
        return endAwaited.get() > 0;
    }

    /** What {@link #saveOrigin} noted last: where the rows come from, in the words of whoever captures them. */
    public Optional<String> origin() {
        return read(session -> session.first("property", row -> row.getString(1), "origin"));
    }

    /** Notes where the rows come from; durable on return. */
    public void saveOrigin(String origin) {
        lock.lock();
        try {
            write(session -> session.update("save_property", "origin", origin));
        } finally {
            lock.unlock();
        }
    }

    /** Number of the last transaction; 0 while there is none. */
    public long lastIndex() {
        return lastIndex;
    }

    /** The place up to which the journal is complete; empty before the first transaction. */
    public Optional<Lsn> end() {
        return read(Journal::end);
    }

    static Optional<Lsn> end(SqliteSession session) throws SQLException {
        return session.first("property", row -> row.getString(1), "end").map(Lsn::parse);
    }

    /** Those of {@code seqs} the journal has no row of, in the same order. */
    public List<Long> missing(List<Long> seqs) {
        return read(session -> {
            List<Long> missing = new ArrayList<>();
            for (Long seq : seqs) {
                if (session.first("xid_of_row", row -> row.getLong(1), seq).isEmpty()) {
                    missing.add(seq);
                }
            }
            return missing;
        });
    }

    /**
     * Up to {@code limit} transactions after number {@code after}, in order; none at the end. The rows of a large one are
     * {@link io.pggit.core.audit.StoredRows}, to be read while the journal is open.
     */
    public List<JournalEntry> read(long after, int limit) {
        return read(session -> {
            List<JournalEntry> entries = new ArrayList<>();
            for (Header header : session.list("transactions_after", Header::of, after, limit)) {
                List<AuditRow> rows = JournalRows.of(this, session, header.index);
                AuditTransaction transaction = new AuditTransaction(header.end, header.xid, header.committedAt, rows);
                entries.add(new JournalEntry(header.index, header.firstCommand, header.lastCommand, transaction));
            }
            return entries;
        });
    }

    private record Header(
            long index, Lsn end, long xid, Optional<Instant> committedAt, long firstCommand, long lastCommand) {
        static Header of(java.sql.ResultSet row) throws SQLException {
            return new Header(
                    row.getLong(1),
                    new Lsn(row.getLong(2)),
                    row.getLong(3),
                    Optional.ofNullable(row.getString(4)).map(Instant::parse),
                    row.getLong(5),
                    row.getLong(6));
        }
    }

    /**
     * Waits until there is a transaction after number {@code index}.
     *
     * @return false when {@code timeout} passed without
     */
    public boolean awaitBeyond(long index, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (lastIndex <= index) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = grown.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The position a projection saved under {@code name}; 0 when it never did. */
    public long position(String name) {
        return read(session ->
                session.first("position", row -> row.getLong(1), name).orElse(0L));
    }

    /** Saves the position of a projection; durable on return. */
    public void savePosition(String name, long position) {
        write(session -> session.update("save_position", name, position));
    }

    <T> T read(SqliteFile.Reading<T> work) {
        try {
            return file.read(work);
        } catch (SQLException failure) {
            throw new JournalException("journal in " + directory + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    <T> T write(SqliteFile.Reading<T> work) {
        lock.lock();
        SqliteSession session = file.writer();
        try {
            session.begin();
            T result = work.with(session);
            session.commit();
            return result;
        } catch (SQLException failure) {
            throw new JournalException(
                    "journal in " + directory + " cannot be written: " + failure.getMessage()
                            + "; nothing was confirmed to the database, start again once the disk can be written",
                    failure);
        } finally {
            rollback(session);
            lock.unlock();
        }
    }

    private static void rollback(SqliteSession session) {
        try {
            session.rollback();
        } catch (SQLException alreadyFailing) {
            org.slf4j.LoggerFactory.getLogger(Journal.class).debug("rollback failed", alreadyFailing);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            file.close();
            directoryLock.close();
        } catch (SQLException | IOException failure) {
            throw new JournalException(
                    "journal in " + directory + " cannot be closed: " + failure.getMessage(), failure);
        } finally {
            lock.unlock();
        }
    }
}
