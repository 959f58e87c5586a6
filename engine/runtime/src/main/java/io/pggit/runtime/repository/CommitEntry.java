package io.pggit.runtime.repository;

import io.pggit.core.audit.Lsn;
import io.pggit.core.fold.CommitKind;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.Rename;
import io.pggit.core.history.ChangeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit as a log shows it.
 *
 * @param sha its id, 40 hex digits
 * @param tree id of its tree
 * @param parents ids of its parents; none for the first
 * @param branch the branch it was made on
 * @param kind why it exists
 * @param author who
 * @param email made from the role
 * @param time clock of its last audit row; microseconds
 * @param summary exactly what a named commit was given, else the first line of its message
 * @param xid the transaction
 * @param firstSeq its first audit row
 * @param lastSeq its last audit row
 * @param journalIndex the transaction's number in the journal; depends on the journal, not on the history
 * @param end the transaction's end in the write-ahead log; likewise
 * @param committedAt the transaction's commit time; empty when it was back-filled
 * @param application what the session called itself; a claim, may be empty
 * @param changes what it did, in the order of identities
 * @param renames what it gave a new name
 */
public record CommitEntry(
        String sha,
        String tree,
        List<String> parents,
        String branch,
        CommitKind kind,
        String author,
        String email,
        Instant time,
        String summary,
        long xid,
        long firstSeq,
        long lastSeq,
        long journalIndex,
        Lsn end,
        Optional<Instant> committedAt,
        String application,
        List<ObjectChange> changes,
        List<Rename> renames) {
    public CommitEntry {
        parents = List.copyOf(parents);
        changes = List.copyOf(changes);
        renames = List.copyOf(renames);
    }

    /** Where the change came from. */
    public ChangeSource source() {
        return ChangeSource.of(kind, application);
    }
}
