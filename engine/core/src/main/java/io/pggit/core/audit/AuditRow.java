package io.pggit.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One row of {@code pggit.ddl_audit}.
 *
 * @param seq number of the row; unique in one database, ascending within a transaction, with gaps
 * @param xid top-level transaction id with its epoch
 * @param operation {@code ddl}, {@code baseline}, or the pgGit operation that ran the statement
 * @param event what made the row
 * @param commandTag such as {@code ALTER TABLE}
 * @param actor who and from where
 * @param clocks when
 * @param statement the exact statement, the innermost one where a function ran it; may hold secrets, so it is never
 *     logged
 * @param context PL/pgSQL's call stack where a function ran the statement
 * @param objects what the command left, in the order recorded
 * @param dropped what the command dropped
 * @param rewrite for {@code table_rewrite}: the reason
 * @param branch the branch the change belongs to
 * @param serverVersion {@code server_version_num}
 * @param footprintVersion version of the footprint that wrote the row
 * @param evidence what the row says about itself
 */
public record AuditRow(
        long seq,
        long xid,
        String operation,
        AuditEvent event,
        String commandTag,
        Actor actor,
        Clocks clocks,
        Optional<String> statement,
        Optional<String> context,
        List<ObjectState> objects,
        List<DroppedObject> dropped,
        Optional<Rewrite> rewrite,
        String branch,
        int serverVersion,
        String footprintVersion,
        Evidence evidence) {
    public AuditRow {
        objects = List.copyOf(objects);
        dropped = List.copyOf(dropped);
        if (seq < 1) {
            throw new IllegalArgumentException("seq must be 1 or more, was " + seq);
        }
    }

    /** A row that says nothing about itself. */
    public AuditRow(
            long seq,
            long xid,
            String operation,
            AuditEvent event,
            String commandTag,
            Actor actor,
            Clocks clocks,
            Optional<String> statement,
            Optional<String> context,
            List<ObjectState> objects,
            List<DroppedObject> dropped,
            Optional<Rewrite> rewrite,
            String branch,
            int serverVersion,
            String footprintVersion) {
        this(
                seq,
                xid,
                operation,
                event,
                commandTag,
                actor,
                clocks,
                statement,
                context,
                objects,
                dropped,
                rewrite,
                branch,
                serverVersion,
                footprintVersion,
                Evidence.UNKNOWN);
    }

    /**
     * A table rewrite.
     *
     * @param key the table
     * @param reasons PostgreSQL's bits: 1 persistence, 2 default, 4 column type, 8 access method
     */
    public record Rewrite(ObjectKey key, int reasons) {
        static Rewrite of(JsonNode node) {
            return new Rewrite(
                    new ObjectKey(1259, node.required("objid").longValue()),
                    node.required("reasons").intValue());
        }
    }

    /** Says which row this is; leaves out the statement, which may hold secrets. */
    @Override
    public String toString() {
        return "AuditRow[" + seq + " xid " + xid + " " + event.text() + " " + commandTag + " on " + branch + "]";
    }
}
