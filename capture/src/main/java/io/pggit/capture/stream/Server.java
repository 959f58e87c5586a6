package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Lsn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What a stream has to know about the server before it goes on.
 *
 * @param origin the identity of what it will stream
 * @param end nothing is in the log behind this place yet
 * @param major major version, such as 18
 */
record Server(Origin origin, Lsn end, int major) {
    /**
     * Asks a server.
     *
     * @throws CaptureException when pgGit is not installed in the database
     */
    static Server of(Connection connection, Database database) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(SqlFile.of(Server.class, "origin"))) {
            if (!row.next()) {
                throw new CaptureException("pgGit is not installed in " + database
                        + ", or its publication is gone: run pggit install --url with this database first");
            }
            return new Server(
                    new Origin(
                            row.getString("system_id"),
                            row.getInt("timeline"),
                            row.getLong("database"),
                            row.getString("publication")),
                    Lsn.parse(row.getString("wal_end")),
                    row.getInt("version") / 10_000);
        }
    }

    /**
     * Whether this server is no continuation of what a journal has.
     *
     * @param fork where the server left the journal's timeline; empty when it is still on it
     */
    Optional<StreamedChange.Diverged> divergence(Resume journal, Optional<Lsn> fork) {
        if (journal.origin().isPresent()) {
            Origin past = journal.origin().get();
            if (!past.systemId().equals(origin.systemId()) || past.database() != origin.database()) {
                return Optional.of(new StreamedChange.Diverged(
                        StreamedChange.Divergence.OTHER_DATABASE,
                        "system " + past.systemId() + ", database " + past.database(),
                        "system " + origin.systemId() + ", database " + origin.database()));
            }
        }
        if (journal.end().isPresent() && journal.end().get().compareTo(end) > 0) {
            return Optional.of(new StreamedChange.Diverged(
                    StreamedChange.Divergence.EARLIER,
                    "log up to " + journal.end().get(),
                    "log up to " + end));
        }
        return fork.filter(place -> journal.end().orElse(place).compareTo(place) > 0)
                .map(place -> new StreamedChange.Diverged(
                        StreamedChange.Divergence.FORKED,
                        "timeline " + journal.origin().orElseThrow().timeline() + " up to "
                                + journal.end().orElseThrow(),
                        "timeline " + origin.timeline() + ", which left it at " + place));
    }
}
