package io.pggit.runtime.repository;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.MergeSource;
import io.pggit.core.merge.Renames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;

/** Commits for merging, by their numbers; over one reading session. */
final class CommitSource implements MergeSource<Long> {
    private final CommitIndex index;
    private final GitStore git;

    CommitSource(CommitIndex index, GitStore git) {
        this.index = index;
        this.git = git;
    }

    @Override
    public List<Long> parents(Long commit) {
        try {
            return index.parents(commit);
        } catch (SQLException failure) {
            throw new State.StateUnreadableException(failure);
        }
    }

    @Override
    public SortedMap<ObjectId, Facts> facts(Long commit) {
        try {
            return new TreeFacts(git).all(index.node(commit).orElseThrow().tree());
        } catch (SQLException failure) {
            throw new State.StateUnreadableException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Renames renames(Long commit) {
        try {
            return Renames.NONE.then(index.changes(commit), index.renames(commit));
        } catch (SQLException failure) {
            throw new State.StateUnreadableException(failure);
        }
    }
}
