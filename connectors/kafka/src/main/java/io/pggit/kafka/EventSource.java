package io.pggit.kafka;

import io.pggit.runtime.journal.DatabaseIdentity;

/**
 * The database that events come from.
 *
 * @param database its identity
 */
record EventSource(DatabaseIdentity database) {
    /** Key of its events: all of one database go to one partition, so they stay in order. */
    String key() {
        return database.systemIdentifier() + "/" + PercentEncoding.segment(database.databaseName());
    }

    /** CloudEvents' {@code source}. */
    String uri() {
        return "/pggit/" + key();
    }

    /** What the sources of all databases of its cluster begin with. */
    String cluster() {
        return "/pggit/" + database.systemIdentifier() + "/";
    }

    /** Key of its position, and its transactional id: unlike the name it survives {@code ALTER DATABASE … RENAME}. */
    String permanentKey() {
        return database.systemIdentifier() + "/" + database.databaseOid();
    }
}
