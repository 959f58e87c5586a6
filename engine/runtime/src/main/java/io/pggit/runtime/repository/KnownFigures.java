package io.pggit.runtime.repository;

import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The figures of commits as far as they were read: commits never change, so that only those made since are read. For any thread. */
final class KnownFigures {
    private List<CommitFigures> known = List.of();

    /** All commits a session sees, in the order in which they were made. */
    synchronized List<CommitFigures> all(SqliteSession session) throws SQLException {
        if (!isHistoryOf(session)) {
            known = List.of();
        }
        long last = known.isEmpty() ? 0 : known.get(known.size() - 1).ordinal();
        List<CommitFigures> more = session.list("figures", CommitFigures::of, last);
        if (!more.isEmpty()) {
            List<CommitFigures> all = new ArrayList<>(known);
            all.addAll(more);
            known = Collections.unmodifiableList(all);
        }
        return known;
    }

    /** A session may be older than what is known. */
    private boolean isHistoryOf(SqliteSession session) throws SQLException {
        if (known.isEmpty()) {
            return true;
        }
        CommitFigures last = known.get(known.size() - 1);
        return session.first("node", CommitIndex.Node::of, last.ordinal())
                .filter(node -> node.sha().equals(last.sha()))
                .isPresent();
    }

    synchronized void clear() {
        known = List.of();
    }
}
