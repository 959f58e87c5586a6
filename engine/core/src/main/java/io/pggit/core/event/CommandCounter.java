package io.pggit.core.event;

import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;

/** Counts the commands of a transaction row by row, as {@link DdlCommand#of} tells them apart, without holding the rows. */
public final class CommandCounter {
    private int closed;
    private boolean open;
    private boolean openIsBaseline;

    /** Begins before the first row of a transaction. */
    public CommandCounter() {}

    /** Takes the next row. */
    public void add(AuditRow row) {
        boolean baseline = row.event() == AuditEvent.BASELINE;
        if (open && (row.event() == AuditEvent.OPERATION || baseline != openIsBaseline)) {
            closed++;
        }
        open = !DdlCommand.closes(row);
        openIsBaseline = baseline;
        closed += open ? 0 : 1;
    }

    /** How many commands the rows taken so far are. */
    public int count() {
        return closed + (open ? 1 : 0);
    }
}
