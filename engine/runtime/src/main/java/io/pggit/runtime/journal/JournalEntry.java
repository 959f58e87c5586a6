package io.pggit.runtime.journal;

import io.pggit.core.audit.AuditTransaction;

/**
 * One transaction of the journal.
 *
 * @param index its number: 1 for the first, without gaps
 * @param firstCommand number of its first DDL command, counted over the whole journal from 1 without gaps
 * @param lastCommand number of its last DDL command
 * @param transaction what happened
 */
public record JournalEntry(long index, long firstCommand, long lastCommand, AuditTransaction transaction) {
    /** How many DDL commands it has. */
    public int commands() {
        return Math.toIntExact(lastCommand - firstCommand + 1);
    }
}
