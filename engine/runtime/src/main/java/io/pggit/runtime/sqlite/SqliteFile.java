package io.pggit.runtime.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file with a write-ahead log. One session writes; any number of sessions read beside it, each the last
 * committed state.
 */
public final class SqliteFile implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MS = 30_000;

    /** Pages a session may keep in memory. */
    private static final int CACHE_KIB = 16 * 1024;

    private final Path file;
    private final Class<?> owner;
    private final Durability durability;
    private final SqliteSession writer;
    private final ConcurrentLinkedQueue<SqliteSession> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private SqliteFile(Path file, Class<?> owner, Durability durability, SqliteSession writer) {
        this.file = file;
        this.owner = owner;
        this.durability = durability;
        this.writer = writer;
    }

    /** What a failure of power can take. */
    public enum Durability {
        /** Nothing that was committed: each commit is on disk when it returns. */
        EACH_COMMIT,
        /** The last commits, and nothing in between: for what can be made again. */
        MOST_COMMITS
    }

    /** The file is somebody else's, or of a version this program does not know. */
    public static class ForeignFileException extends SQLException {
        private static final long serialVersionUID = 1L;

        ForeignFileException(String message) {
            super(message);
        }
    }

    /** The file is of an earlier version of this program. */
    public static final class EarlierFormatException extends ForeignFileException {
        private static final long serialVersionUID = 1L;

        EarlierFormatException(String message) {
            super(message);
        }
    }

    /**
     * Opens {@code file}, or makes it.
     *
     * @param owner whose statements the sessions run; {@code application_id.sql} and {@code user_version.sql} must tell
     *     this kind of file from all others, and the schema's first two statements must set them
     * @param schema the statements that make an empty file one of this kind, in order
     * @throws EarlierFormatException when the file is of an earlier version
     * @throws ForeignFileException when the file holds something else
     * @throws SQLException when it cannot be read or written
     */
    public static SqliteFile open(
            Path file, Class<?> owner, Durability durability, int applicationId, int version, List<String> schema)
            throws SQLException {
        SqliteSession writer = new SqliteSession(connect(file, durability), owner);
        try {
            int foundId = writer.first("application_id", row -> row.getInt(1)).orElse(0);
            int foundVersion =
                    writer.first("user_version", row -> row.getInt(1)).orElse(0);
            boolean empty = writer.first("schema_size", row -> row.getInt(1)).orElse(0) == 0;
            if (empty && foundId == 0) {
                writer.begin();
                for (String statement : schema) {
                    writer.update(statement);
                }
                writer.commit();
            } else if (foundId != applicationId) {
                throw new ForeignFileException("it is a SQLite file of another application");
            } else if (foundVersion != version) {
                String message = "its format is version " + foundVersion + ", this pgGit reads version " + version;
                throw foundVersion < version ? new EarlierFormatException(message) : new ForeignFileException(message);
            }
            return new SqliteFile(file, owner, durability, writer);
        } catch (SQLException | RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    private static Connection connect(Path file, Durability durability) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                switch (durability) {
                    case EACH_COMMIT -> SQLiteConfig.SynchronousMode.FULL;
                    case MOST_COMMITS -> SQLiteConfig.SynchronousMode.NORMAL;
                });
        config.setCacheSize(-CACHE_KIB);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
    }

    /** The session that writes; the caller sees to it that one thread at a time uses it. */
    public SqliteSession writer() {
        return writer;
    }

    /** Work with a session that reads. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads; all statements see one state. */
        T with(SqliteSession session) throws SQLException;
    }

    /** Runs {@code work} with a session of its own in one reading transaction; any thread may call this. */
    public <T> T read(Reading<T> work) throws SQLException {
        if (closed) {
            throw new SQLException(file + " is closed");
        }
        SqliteSession borrowed = idle.poll();
        SqliteSession session = borrowed != null ? borrowed : new SqliteSession(connect(file, durability), owner);
        boolean reusable = false;
        try {
            session.begin();
            T result = work.with(session);
            session.rollback();
            reusable = true;
            return result;
        } finally {
            if (reusable && !closed) {
                idle.add(session);
            } else {
                session.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (SqliteSession session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
        writer.close();
    }
}
