package io.pggit.runtime.journal;

/**
 * Which database a journal belongs to.
 *
 * @param systemIdentifier the cluster, as {@code pg_control_system()} prints it
 * @param databaseOid the database in it; survives a rename
 * @param databaseName its name, for people
 */
public record DatabaseIdentity(String systemIdentifier, long databaseOid, String databaseName) {
    /** Whether both are the same database, whatever it is called. */
    public boolean sameDatabase(DatabaseIdentity other) {
        return systemIdentifier.equals(other.systemIdentifier) && databaseOid == other.databaseOid;
    }

    @Override
    public String toString() {
        return "database \"" + databaseName + "\" (oid " + databaseOid + ", system " + systemIdentifier + ")";
    }
}
