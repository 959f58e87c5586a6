package io.pggit.core.audit;

import java.util.Optional;

/**
 * An audit row as text, beside what is needed to file it without reading it.
 *
 * @param seq its number
 * @param xid the top-level transaction
 * @param event what made it
 * @param closes key of the attempt it closes; empty when it closes no command
 * @param json what {@link AuditRowJson#read} reads once it is parsed; may hold secrets
 */
public record WrittenRow(long seq, long xid, AuditEvent event, Optional<String> closes, String json) {
    /** Writes a row down. */
    public static WrittenRow of(AuditRow row) {
        return new WrittenRow(
                row.seq(),
                row.xid(),
                row.event(),
                Attempt.closedBy(row),
                AuditRowJson.write(row).toString());
    }

    /** Says which row this is; leaves out its text. */
    @Override
    public String toString() {
        return "WrittenRow[" + seq + " xid " + xid + " " + event.text() + "]";
    }
}
