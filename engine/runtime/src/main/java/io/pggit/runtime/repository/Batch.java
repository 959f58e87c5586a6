package io.pggit.runtime.repository;

import io.pggit.core.facts.Facts;
import io.pggit.core.fold.CommitDraft;
import io.pggit.core.fold.Fold;
import io.pggit.core.fold.Folded;
import io.pggit.core.tree.ObjectFiles;
import io.pggit.core.tree.ObjectPath;
import io.pggit.runtime.journal.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** Folds journal entries into Git objects and state; neither counts before the caller commits both. */
final class Batch {
    private final State state;
    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final Map<String, BranchTree> trees;
    private final TreeMap<String, String> tips = new TreeMap<>();
    private long ordinal;
    private int commits;

    /**
     * A batch on top of the committed state.
     *
     * @param trees the trees at the tips, kept from batch to batch; of no use after a batch that failed
     */
    Batch(State state, ObjectInserter inserter, Map<String, BranchTree> trees) throws SQLException {
        this.state = state;
        this.inserter = inserter;
        this.reader = inserter.newReader();
        this.trees = trees;
        this.ordinal = state.lastOrdinal();
    }

    /** Number of commits made. */
    int commits() {
        return commits;
    }

    /** The branches that moved, and their new tips. */
    TreeMap<String, String> tips() {
        return tips;
    }

    void add(JournalEntry entry) throws IOException, SQLException {
        Folded folded = Fold.fold(state, entry.transaction());
        for (CommitDraft draft : folded.commits()) {
            commit(draft, entry);
        }
        state.saveLineage(folded.lineage());
    }

    private void commit(CommitDraft draft, JournalEntry entry) throws IOException, SQLException {
        // a branch nobody made before begins where main is
        Optional<State.Tip> parent = state.tip(draft.branch()).or(() -> state.tip(GitStore.MAIN));
        BranchTree tree = trees.get(draft.branch());
        if (tree == null) {
            tree = new BranchTree(reader, parent.map(tip -> ObjectId.fromString(tip.tree())));
            trees.put(draft.branch(), tree);
        }
        for (var change : draft.tree().entrySet()) {
            ObjectPath path = ObjectPath.of(change.getKey());
            Optional<Facts> facts = change.getValue();
            if (facts.isPresent()) {
                ObjectFiles files = ObjectFiles.of(change.getKey(), facts.get());
                tree.put(reader, path, blob(files.sql()), blob(files.json()));
            } else {
                tree.remove(reader, path);
            }
        }
        ObjectId root = tree.write(inserter);
        ObjectId sha = GitStore.commit(inserter, root, parent.map(tip -> ObjectId.fromString(tip.sha())), draft);
        state.saveCommit(++ordinal, sha.name(), root.name(), parent, draft, entry);
        tips.put(draft.branch(), sha.name());
        commits++;
    }

    private ObjectId blob(String text) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }
}
