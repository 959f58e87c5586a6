package io.pggit.runtime.repository;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.MergeSource;
import io.pggit.core.merge.Renames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Commits for merging, by their numbers; over one reading session. A run of commits between two that matter counts as one
 * step, whose new names are those of the whole run: what matters are the commits asked about, those where lines part or
 * come together, and nothing else can be a merge base. So the length of a history does not matter.
 */
final class CommitSource implements MergeSource<Long> {
    private final CommitIndex index;
    private final TreeFacts trees;
    /** Commits that matter, by line. */
    private final Map<Long, TreeSet<Long>> lines = new HashMap<>();

    private final Map<Long, Long> lineOf = new HashMap<>();
    /** Parents elsewhere than before their child on its line. */
    private final Map<Long, TreeMap<Integer, Long>> crossings = new HashMap<>();

    /** Commits as seen by a question about some of them. */
    CommitSource(CommitIndex index, GitStore git, List<Long> asked) throws SQLException {
        this.index = index;
        this.trees = new TreeFacts(git);
        for (CommitIndex.Crossing crossing : index.crossings()) {
            matters(crossing.child(), crossing.line());
            matters(crossing.parent(), crossing.parentLine());
            crossings
                    .computeIfAbsent(crossing.child(), child -> new TreeMap<>())
                    .put(crossing.number(), crossing.parent());
        }
        for (long commit : asked) {
            matters(commit, index.line(commit));
        }
    }

    private void matters(long commit, long line) {
        lineOf.put(commit, line);
        lineOf.put(line, line);
        TreeSet<Long> on = lines.computeIfAbsent(line, start -> new TreeSet<>());
        on.add(commit);
        on.add(line);
    }

    private Optional<Long> before(long commit) {
        return Optional.ofNullable(lines.get(lineOf.get(commit)).lower(commit));
    }

    @Override
    public List<Long> parents(Long commit) {
        List<Long> parents = new ArrayList<>(before(commit).stream().toList());
        parents.addAll(crossings.getOrDefault(commit, new TreeMap<>()).values());
        return parents;
    }

    @Override
    public SortedMap<ObjectId, Facts> facts(Long commit) {
        try {
            return trees.all(index.node(commit).orElseThrow().tree());
        } catch (SQLException failure) {
            throw new State.StateUnreadableException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Renames renames(Long commit) {
        try {
            Renames renames = Renames.NONE;
            long after = before(commit).orElse(commit - 1);
            for (long renaming : index.renaming(after, commit, lineOf.get(commit))) {
                renames = renames.andThen(Renames.NONE.then(index.changes(renaming), index.renames(renaming)));
            }
            return renames;
        } catch (SQLException failure) {
            throw new State.StateUnreadableException(failure);
        }
    }
}
