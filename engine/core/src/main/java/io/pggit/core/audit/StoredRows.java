package io.pggit.core.audit;

import java.util.AbstractList;
import java.util.Iterator;

/**
 * The rows of a transaction that is too large for memory: a read-only list, ascending by {@link AuditRow#seq()}, that fetches
 * them when they are asked for. Go through it with {@link #iterator()}, which is fast and holds few at a time.
 */
public abstract class StoredRows extends AbstractList<AuditRow> {
    /** For those who store rows. */
    protected StoredRows() {}

    @Override
    public abstract Iterator<AuditRow> iterator();
}
