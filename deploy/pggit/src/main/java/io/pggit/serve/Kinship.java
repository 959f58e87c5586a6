package io.pggit.serve;

import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.AuditRow;
import io.pggit.runtime.journal.DatabaseIdentity;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How a database stands to the one a journal belongs to, when its name as PostgreSQL has it is another. */
enum Kinship {
    /** It is the same, or the journal belongs to none yet. */
    SAME,
    /** It goes on from that one in a new cluster, as pg_upgrade makes it: with all rows the journal has, where they were. */
    UPGRADED,
    /** It was made from that one: a restored dump, a copy of a template, or an upgraded cluster that lacks rows of the journal. */
    COPY,
    /** It has nothing to do with it. */
    STRANGER;

    /**
     * Compares the journal's first and last row with those of the database, by number, transaction and microsecond.
     *
     * @param identity of {@code database}
     */
    static Kinship of(Journal journal, DatabaseIdentity identity, Database database) throws SQLException {
        Optional<DatabaseIdentity> bound = journal.database();
        if (bound.isEmpty() || bound.get().sameDatabase(identity)) {
            return SAME;
        }
        List<JournalEntry> first = journal.read(0, 1);
        if (first.isEmpty()) {
            return STRANGER;
        }
        try (Connection connection = database.connect()) {
            Optional<Boolean> last = asWritten(connection, lastRow(journal));
            if (last.isPresent()) {
                boolean same = last.get() && bound.get().databaseOid() == identity.databaseOid();
                return same ? UPGRADED : COPY;
            }
            return asWritten(connection, first.get(0).transaction().rows().get(0))
                            .isPresent()
                    ? COPY
                    : STRANGER;
        }
    }

    private static AuditRow lastRow(Journal journal) {
        List<AuditRow> rows =
                journal.read(journal.lastIndex() - 1, 1).get(0).transaction().rows();
        return rows.get(rows.size() - 1);
    }

    /** Whether the table has kept its rows as they were written; empty when this one is not there. */
    private static Optional<Boolean> asWritten(Connection connection, AuditRow row) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Kinship.class, "row"))) {
            query.setLong(1, row.seq());
            query.setString(2, Long.toUnsignedString(row.xid()));
            query.setString(3, row.clocks().recorded().toString());
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getBoolean("as_written")) : Optional.empty();
            }
        }
    }
}
