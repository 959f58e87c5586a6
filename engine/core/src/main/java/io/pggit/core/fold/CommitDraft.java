package io.pggit.core.fold;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A commit but for its parent and tree: everything in it comes from audit rows. Person and message are safe to print:
 * nothing in them can be mistaken for a line, a trailer or a terminal command.
 *
 * @param branch the branch it goes to, exactly as the rows name it
 * @param kind why it exists
 * @param author who: exactly what a named commit was given, else made safe to print
 * @param person who, safe for the header of a Git commit
 * @param email made from the role; no address of anybody
 * @param time clock of the last audit row; microseconds
 * @param summary exactly what a named commit was given, else the first line of the message
 * @param message the whole message, ending in a newline
 * @param tree what to change in the branch's tree: facts to put, or empty to remove
 * @param changes the same for people, in the order of identities
 * @param renames what has a new name
 * @param parts which parts of objects changed, where the object was there before and after
 * @param application what the session called itself: a claim
 * @param xid the transaction, with its epoch
 * @param firstSeq first audit row
 * @param lastSeq last audit row
 * @param merged for a merge: id of the commit merged in, its second parent
 */
public record CommitDraft(
        String branch,
        CommitKind kind,
        String author,
        String person,
        String email,
        Instant time,
        String summary,
        String message,
        SortedMap<ObjectId, Optional<Facts>> tree,
        List<ObjectChange> changes,
        List<Rename> renames,
        List<PartChange> parts,
        String application,
        long xid,
        long firstSeq,
        long lastSeq,
        Optional<String> merged)
        implements Effect {
    public CommitDraft {
        tree = Collections.unmodifiableSortedMap(new TreeMap<>(tree));
        changes = List.copyOf(changes);
        renames = List.copyOf(renames);
        parts = List.copyOf(parts);
    }
}
