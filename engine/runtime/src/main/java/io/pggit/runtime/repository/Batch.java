package io.pggit.runtime.repository;

import io.pggit.core.audit.ObjectKey;
import io.pggit.core.event.Operation;
import io.pggit.core.facts.Facts;
import io.pggit.core.fold.CommitDraft;
import io.pggit.core.fold.Effect;
import io.pggit.core.fold.Fold;
import io.pggit.core.fold.FoldState;
import io.pggit.core.fold.Folded;
import io.pggit.core.fold.RefChange;
import io.pggit.core.fold.TrackedObject;
import io.pggit.core.tree.ObjectFiles;
import io.pggit.core.tree.ObjectPath;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.runtime.sqlite.SqliteSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds journal entries into Git objects and state; neither counts before the caller commits both. */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final SqliteSession session;
    private final State state;
    private HeadState head;
    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final Map<String, BranchTree> trees;
    private final TreeMap<String, String> tips = new TreeMap<>();
    private int commits;
    private boolean namesChanged;

    /**
     * A batch on top of the committed state.
     *
     * @param session in the transaction the batch is written in
     * @param trees the trees at the tips, kept from batch to batch; of no use after a batch that failed
     */
    Batch(SqliteSession session, ObjectInserter inserter, Map<String, BranchTree> trees) {
        this.session = session;
        this.state = new State(session);
        this.head = new HeadState(session);
        this.inserter = inserter;
        this.reader = inserter.newReader();
        this.trees = trees;
    }

    /** Number of commits made. */
    int commits() {
        return commits;
    }

    /** The branches that moved, and their new tips. */
    TreeMap<String, String> tips() {
        return tips;
    }

    /** Whether more than these moved: a name is new or gone, or HEAD is elsewhere. */
    boolean namesChanged() {
        return namesChanged;
    }

    void add(JournalEntry entry) throws IOException, SQLException {
        add(entry, Fold.Unclosed.COMMITTED);
    }

    void add(JournalEntry entry, Fold.Unclosed unclosed) throws IOException, SQLException {
        Folded folded = Fold.fold(new FoldedSoFar(), entry.transaction(), unclosed);
        for (Effect effect : folded.effects()) {
            if (effect instanceof CommitDraft draft) {
                commit(draft, entry);
            } else if (effect instanceof RefChange change) {
                namesChanged = true;
                apply(change.operation(), change.at());
            }
        }
        state.saveLineage(folded.lineage());
    }

    /** The state, and what it leaves to Git. */
    private final class FoldedSoFar implements FoldState {
        @Override
        public Optional<TrackedObject> object(ObjectKey key) {
            return state.object(key);
        }

        @Override
        public Optional<ObjectKey> holder(io.pggit.core.facts.ObjectId id) {
            return state.holder(id);
        }

        @Override
        public Optional<ObjectKey> owner(ObjectKey part) {
            return state.owner(part);
        }

        @Override
        public boolean hasCommits(String branch) {
            return state.hasCommits(branch);
        }

        @Override
        public Optional<Facts> recorded(String branch, io.pggit.core.facts.ObjectId id) {
            try {
                Optional<Tip> tip = state.tip(branch);
                return tip.isEmpty()
                        ? Optional.empty()
                        : GitStore.file(reader, tip.get().tree(), ObjectPath.of(id), ObjectPath.JSON)
                                .map(StoredJson::parse)
                                .map(ObjectFiles::facts);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void apply(Operation operation, Instant at) throws SQLException {
        if (operation instanceof Operation.Started started && started.afresh()) {
            state.forget();
            head = new HeadState(session);
            trees.clear();
            tips.clear();
        } else if (operation instanceof Operation.BranchCreated created) {
            Optional<Tip> start = commit(created.start());
            if (start.isPresent()) {
                trees.remove(created.name());
                state.move(created.name(), start.get());
                head.move(created.name(), start.get().ordinal(), at);
            }
        } else if (operation instanceof Operation.BranchDeleted deleted) {
            Optional<Tip> tip = state.tip(deleted.name());
            if (tip.isPresent()) {
                trees.remove(deleted.name());
                tips.remove(deleted.name());
                state.delete(deleted.name());
                head.delete(deleted.name(), tip.get().ordinal(), at);
            }
        } else if (operation instanceof Operation.Tagged tagged) {
            Optional<Tip> commit = commit(tagged.sha());
            if (commit.isPresent()) {
                head.tag(tagged.name(), commit.get().ordinal());
            }
        } else if (operation instanceof Operation.TagDeleted deleted) {
            head.deleteTag(deleted.name(), state.tagged(deleted.name()));
        } else if (operation instanceof Operation.CheckedOut checkout) {
            checkout(checkout, at);
        }
    }

    private void checkout(Operation.CheckedOut checkout, Instant at) throws SQLException {
        trees.remove(HeadState.HEAD);
        if (checkout.branch().isPresent()) {
            String branch = checkout.branch().get();
            head.attach(branch, state.tip(branch).map(Tip::ordinal), at);
            return;
        }
        Optional<Tip> commit = commit(checkout.sha());
        if (commit.isPresent()) {
            head.detach(commit.get().ordinal(), at);
        }
    }

    /** A row can only name a commit that is there, unless rows were lost: then the rest of the history goes on without. */
    private Optional<Tip> commit(String sha) {
        Optional<Tip> commit = state.tipOf(sha);
        if (commit.isEmpty()) {
            LOG.warn("an audit row names commit {}, which is not in the history; it is left out", sha);
        }
        return commit;
    }

    /** Where a commit goes: a branch by its name, or HEAD alone. */
    private Optional<String> branch(CommitDraft draft) throws SQLException {
        return draft.branch().equals(HeadState.HEAD) ? head.branch() : Optional.of(draft.branch());
    }

    private void commit(CommitDraft draft, JournalEntry entry) throws IOException, SQLException {
        Optional<String> branch = branch(draft);
        String line = branch.orElse(HeadState.HEAD);
        // a branch nobody made before begins where main is
        Optional<Tip> parent =
                branch.isPresent() ? state.tip(line).or(() -> state.tip(GitStore.MAIN)) : state.tipAt(detached());
        List<Tip> parents = new ArrayList<>(parent.stream().toList());
        draft.merged().flatMap(this::commit).ifPresent(parents::add);
        BranchTree tree = trees.get(line);
        if (tree == null) {
            tree = new BranchTree(reader, parent.map(tip -> ObjectId.fromString(tip.tree())));
            trees.put(line, tree);
        }
        change(tree, draft);
        ObjectId root = tree.write(reader, inserter);
        ObjectId sha = GitStore.commit(inserter, root, parents, draft);
        Tip tip = state.saveCommit(sha.name(), root.name(), line, parents, draft, entry);
        if (branch.isPresent()) {
            state.move(line, tip);
            head.move(line, tip.ordinal(), draft.time());
            tips.put(line, tip.sha());
        } else {
            head.detach(tip.ordinal(), draft.time());
            head.keep(tip.ordinal());
            namesChanged = true;
        }
        commits++;
    }

    private long detached() throws SQLException {
        return head.detached().orElseThrow();
    }

    private void change(BranchTree tree, CommitDraft draft) throws IOException {
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
    }

    private ObjectId blob(String text) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }
}
