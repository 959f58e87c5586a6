package io.pggit.core.event;

import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The commands of a transaction, in order; at least one. Reads row by row and holds the rows of one command. Rows that nothing
 * closes are a command too.
 */
public final class CommandReader implements Iterator<DdlCommand> {
    private final Iterator<AuditRow> rows;
    private final List<AuditRow> open = new ArrayList<>();
    private int ordinal;

    private CommandReader(Iterator<AuditRow> rows) {
        this.rows = rows;
    }

    /** All commands of a transaction. */
    public static CommandReader of(AuditTransaction transaction) {
        return of(transaction.rows().iterator());
    }

    /** The commands of rows that are ascending by seq and begin with a command. */
    public static CommandReader of(Iterator<AuditRow> rows) {
        return new CommandReader(rows);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext() || !open.isEmpty();
    }

    @Override
    public DdlCommand next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (rows.hasNext()) {
            AuditRow row = rows.next();
            if (!open.isEmpty() && DdlCommand.parts(open.get(0).event(), row.event())) {
                DdlCommand command = closed();
                open.add(row);
                return command;
            }
            open.add(row);
            if (DdlCommand.closes(row.event())) {
                return closed();
            }
        }
        return closed();
    }

    private DdlCommand closed() {
        DdlCommand command = new DdlCommand(ordinal++, open);
        open.clear();
        return command;
    }
}
