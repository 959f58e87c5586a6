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

/** Tells a copy of the database a journal belongs to, such as a restored dump, from a stranger. */
final class Kinship {
    private Kinship() {}

    /**
     * How {@code identity} is not the database of {@code journal}; empty when it is, or is a stranger. A copy has the row the
     * journal began with: number, transaction and microsecond.
     */
    static Optional<String> copied(Journal journal, DatabaseIdentity identity, Database database) throws SQLException {
        Optional<DatabaseIdentity> bound = journal.database();
        if (bound.isEmpty() || bound.get().sameDatabase(identity)) {
            return Optional.empty();
        }
        List<JournalEntry> first = journal.read(0, 1);
        if (first.isEmpty() || !has(database, first.get(0).transaction().rows().get(0))) {
            return Optional.empty();
        }
        return Optional.of(identity + " is a copy of " + bound.get());
    }

    private static boolean has(Database database, AuditRow row) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SqlFile.of(Kinship.class, "row"))) {
            query.setLong(1, row.seq());
            query.setString(2, Long.toUnsignedString(row.xid()));
            query.setString(3, row.clocks().recorded().toString());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
