package io.pggit.core.audit;

import java.util.AbstractList;
import java.util.Iterator;

/**
 * The rows of a transaction that are not in memory as such, because they are too many or nobody needs to read them: a
 * read-only list, ascending by {@link AuditRow#seq()}, that reads them when they are asked for, each time anew. Go through it
 * with {@link #iterator()}, which is fast and holds few at a time.
 */
public abstract class StoredRows extends AbstractList<AuditRow> {
    /** For those who store rows. */
    protected StoredRows() {}

    @Override
    public abstract Iterator<AuditRow> iterator();

    /** The rows as text, in the same order. */
    public abstract Iterator<WrittenRow> written();
}
