package io.pggit.serve;

import io.pggit.capture.Database;
import io.pggit.capture.stream.ChangeStream;
import io.pggit.capture.stream.DebeziumStream;
import io.pggit.capture.stream.PgoutputStream;
import io.pggit.capture.stream.Resume;
import io.pggit.capture.stream.TableStream;

/** What carries audit rows out of the database. All yield the same transactions. */
public enum Carrier {
    /** The replication protocol, over PgJDBC. */
    PGOUTPUT,
    /** Debezium Embedded, on the same slot. */
    DEBEZIUM,
    /** The audit table itself, where a replication slot is not to be had. Cannot carry questions. */
    TABLE;

    /** Opens a stream that goes on where the journal ends. */
    ChangeStream open(Database database, Resume journal) {
        return switch (this) {
            case PGOUTPUT -> PgoutputStream.open(database, journal);
            case DEBEZIUM -> DebeziumStream.open(database, journal);
            // From the beginning: the journal leaves out what it has, and the table knows no place to go on from.
            case TABLE -> TableStream.open(database, journal, 0);
        };
    }

    /** Whether the server must have {@code wal_level = logical}. */
    boolean needsLogicalWal() {
        return this != TABLE;
    }
}
