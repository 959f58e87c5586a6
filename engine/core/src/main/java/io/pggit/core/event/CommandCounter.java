package io.pggit.core.event;

import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import java.util.Optional;

/** Counts the commands of a transaction row by row, as {@link CommandReader} tells them apart, without the rows themselves. */
public final class CommandCounter {
    private int closed;
    private Optional<AuditEvent> first = Optional.empty();

    /** Begins before the first row of a transaction. */
    public CommandCounter() {}

    /** How many commands rows are. */
    public static int count(Iterable<AuditRow> rows) {
        CommandCounter counter = new CommandCounter();
        rows.forEach(row -> counter.add(row.event()));
        return counter.count();
    }

    /** Takes what made the next row. */
    public void add(AuditEvent row) {
        if (first.isPresent() && DdlCommand.parts(first.get(), row)) {
            closed++;
            first = Optional.empty();
        }
        if (DdlCommand.closes(row)) {
            closed++;
            first = Optional.empty();
        } else if (first.isEmpty()) {
            first = Optional.of(row);
        }
    }

    /** How many commands the rows taken so far are. */
    public int count() {
        return closed + (first.isPresent() ? 1 : 0);
    }
}
