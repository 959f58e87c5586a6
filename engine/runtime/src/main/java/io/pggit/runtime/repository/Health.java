package io.pggit.runtime.repository;

import io.pggit.core.fold.ObjectChange;
import io.pggit.core.tree.ObjectPath;
import io.pggit.runtime.sqlite.SqliteFile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Whether Git has what the state refers to: after a power failure, files that were not yet on disk may be gone. */
final class Health {
    private final GitStore git;
    private final SqliteFile file;

    Health(GitStore git, SqliteFile file) {
        this.git = git;
        this.file = file;
    }

    /** Looks at all tips, and at the objects that the newest {@code commits} of each put. */
    boolean isReadable(List<Ref> tips, int commits) throws SQLException {
        for (Ref tip : tips) {
            if (!git.isReadable(tip.sha()) || !isReadable(tip, commits)) {
                return false;
            }
        }
        return true;
    }

    private boolean isReadable(Ref tip, int commits) throws SQLException {
        return file.read(session -> {
            CommitIndex index = new CommitIndex(session);
            CommitIndex.Node node = index.tip(tip.name()).orElseThrow();
            for (CommitEntry entry : index.log(node, commits)) {
                if (!git.isReadable(entry.sha()) || !hasFiles(index, entry)) {
                    return false;
                }
            }
            return true;
        });
    }

    private boolean hasFiles(CommitIndex index, CommitEntry entry) throws SQLException {
        CommitIndex.Node node = index.startingWith(entry.sha(), 1).get(0);
        try {
            for (ObjectChange change : entry.changes()) {
                boolean dropped = change.type() == ObjectChange.Type.DROP;
                ObjectPath path = ObjectPath.of(change.id());
                if (!dropped
                        && (git.file(node.tree(), path, ObjectPath.JSON).isEmpty()
                                || git.file(node.tree(), path, ObjectPath.SQL).isEmpty())) {
                    return false;
                }
            }
            return true;
        } catch (IOException damaged) {
            return false;
        }
    }
}
