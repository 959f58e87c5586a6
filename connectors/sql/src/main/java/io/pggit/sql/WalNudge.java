package io.pggit.sql;

import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes questions visible on PostgreSQL 15 and 16. There a non-transactional message cannot be flushed by its sender, and
 * on an idle server it would wait for the WAL writer. Looks every few milliseconds and commits a tiny message where WAL is
 * unflushed; ends at once on 17 and later.
 */
public final class WalNudge implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WalNudge.class);
    private static final int FLUSH_ARGUMENT_SINCE = 17;
    private static final long EVERY_MS = 8;

    private final Database database;
    private volatile boolean stopping;

    /** A nudge for the server of {@code database}. */
    public WalNudge(Database database) {
        this.database = database;
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Connection connection = database.connect()) {
                if (connection.getMetaData().getDatabaseMajorVersion() >= FLUSH_ARGUMENT_SINCE) {
                    return;
                }
                try (PreparedStatement nudge = connection.prepareStatement(SqlFile.of(WalNudge.class, "nudge"))) {
                    while (!stopping) {
                        nudge.execute();
                        TimeUnit.MILLISECONDS.sleep(EVERY_MS);
                    }
                }
            } catch (SQLException e) {
                LOG.debug("cannot flush WAL: {}; trying again", e.getMessage());
                try {
                    TimeUnit.SECONDS.sleep(1);
                } catch (InterruptedException interrupted) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
    }
}
