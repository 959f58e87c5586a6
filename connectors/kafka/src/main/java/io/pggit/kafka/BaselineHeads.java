package io.pggit.kafka;

import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of a transaction without those of a baseline that follow another: they are one command, as many as the database has
 * objects, and no event is made of it.
 */
final class BaselineHeads implements Iterator<AuditRow> {
    private final Iterator<AuditRow> rows;
    private boolean afterBaseline;
    private Optional<AuditRow> next = Optional.empty();

    BaselineHeads(Iterator<AuditRow> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && rows.hasNext()) {
            AuditRow row = rows.next();
            boolean baseline = row.event() == AuditEvent.BASELINE;
            if (!baseline || !afterBaseline) {
                next = Optional.of(row);
            }
            afterBaseline = baseline;
        }
        return next.isPresent();
    }

    @Override
    public AuditRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        AuditRow row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }
}
