package io.pggit.runtime.repository;

import io.pggit.core.audit.ObjectKey;
import io.pggit.core.ddl.Names;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.TrackedObject;
import io.pggit.core.history.MergeBases;
import io.pggit.core.merge.CommitMerge;
import io.pggit.core.merge.Conflict;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.Renames;
import io.pggit.core.merge.Resolution;
import io.pggit.core.revision.Times;
import io.pggit.core.tree.ObjectPath;
import io.pggit.runtime.sqlite.SqliteFile;
import io.pggit.runtime.sqlite.SqliteSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Commits, for reading. Any thread may ask; each answer is of one state. Revisions are spelled as in git: {@code HEAD}
 * or {@code @}, a branch, a tag, <code>branch@{time}</code>, a commit id or at least four digits of its beginning, or a
 * time, each with {@code ~N} and {@code ^N}. A branch hides a tag, and both hide a commit id, of the same spelling.
 */
public final class History {
    private final Reader state;
    private final Supplier<GitStore> git;
    private final KnownFigures figures;
    private final Times times;

    History(Reader state, Supplier<GitStore> git, KnownFigures figures, Times times) {
        this.state = state;
        this.git = git;
        this.figures = figures;
        this.times = times;
    }

    /** Gives a question a session: one of its own, or one in which somebody has written what is not committed. */
    interface Reader {
        <T> T read(SqliteFile.Reading<T> work) throws SQLException;
    }

    /** What a question makes of an index. */
    @FunctionalInterface
    private interface Question<T> {
        T answer(CommitIndex index, SqliteSession session) throws SQLException, IOException;
    }

    /** What a question makes of an index alone. */
    @FunctionalInterface
    private interface IndexQuestion<T> {
        T answer(CommitIndex index) throws SQLException, IOException;
    }

    private <T> T ask(IndexQuestion<T> question) {
        return askSession((index, session) -> question.answer(index));
    }

    private <T> T askSession(Question<T> question) {
        try {
            return state.read((SqliteSession session) -> {
                try {
                    return question.answer(new CommitIndex(session), session);
                } catch (IOException failure) {
                    throw unreadable(failure);
                }
            });
        } catch (SQLException | State.StateUnreadableException | UncheckedIOException failure) {
            throw unreadable(failure);
        }
    }

    private static RepositoryException unreadable(Exception failure) {
        return new RepositoryException(
                "the repository cannot be read: " + failure.getMessage() + "; restart the engine, which makes it again",
                failure);
    }

    /** Where HEAD is; empty before the first commit. */
    public Optional<Head> head() {
        return ask(index -> {
            Optional<String> branch = index.headBranch();
            return index.head().map(node -> new Head(branch, node.sha()));
        });
    }

    /** All branches, by name. */
    public List<Ref> branches() {
        return askSession((index, session) -> new State(session).branches());
    }

    /** All tags, by name. */
    public List<Ref> tags() {
        return askSession((index, session) -> new State(session).tags());
    }

    /** The schema as the rows left it: what is live, if nothing went past them. */
    public SortedMap<ObjectId, Facts> live() {
        return askSession((index, session) -> {
            TreeMap<ObjectId, Facts> live = new TreeMap<>();
            new State(session).objects().values().forEach(object -> live.put(object.id(), object.facts()));
            return live;
        });
    }

    /** The same with PostgreSQL's own keys. */
    public SortedMap<ObjectKey, TrackedObject> tracked() {
        return askSession((index, session) -> new State(session).objects());
    }

    /** The same for some keys; without those that nothing is recorded of. */
    public SortedMap<ObjectKey, TrackedObject> tracked(Collection<ObjectKey> keys) {
        return askSession((index, session) -> {
            State rows = new State(session);
            TreeMap<ObjectKey, TrackedObject> tracked = new TreeMap<>();
            keys.forEach(key -> rows.object(key).ifPresent(object -> tracked.put(key, object)));
            return tracked;
        });
    }

    /** Id of the commit at the tip of {@code branch}; empty when there is no such branch. */
    public Optional<String> head(String branch) {
        return ask(index -> index.tip(branch).map(CommitIndex.Node::sha));
    }

    /** The same history for somebody who has times in revisions; without them no revision is a time. */
    public History with(Times read) {
        return new History(state, git, figures, read);
    }

    /**
     * Id of the commit a revision names.
     *
     * @throws RevisionException when it names none, or several
     */
    public String resolve(String revision) {
        return ask(index -> node(index, revision).sha());
    }

    private CommitIndex.Node node(CommitIndex index, String text) throws SQLException {
        return new Revisions(index, times).node(text);
    }

    /**
     * Up to {@code limit} commits that can be reached from a revision, itself first.
     *
     * @throws RevisionException when it names no commit, or several
     */
    public List<CommitEntry> log(String revision, int limit) {
        return ask(index -> index.log(node(index, revision), limit));
    }

    /**
     * A commit with the DDL of what it changed.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public CommitDetail show(String revision) {
        return ask(index -> {
            CommitIndex.Node node = node(index, revision);
            Optional<CommitIndex.Node> parent = index.parent(node, 1);
            CommitEntry entry = index.entry(node.ordinal());
            List<CommitDetail.ObjectPatch> patches = new ArrayList<>();
            for (ObjectChange change : entry.changes()) {
                patches.add(patch(change, parent, node));
            }
            return new CommitDetail(entry, git.get().message(node.sha()), patches);
        });
    }

    private CommitDetail.ObjectPatch patch(
            ObjectChange change, Optional<CommitIndex.Node> parent, CommitIndex.Node node) throws IOException {
        ObjectPath newPath = ObjectPath.of(change.id());
        ObjectPath oldPath = change.previous().map(ObjectPath::of).orElse(newPath);
        boolean fresh = change.type() == ObjectChange.Type.CREATE || parent.isEmpty();
        Optional<String> before =
                fresh ? Optional.empty() : git.get().file(parent.get().tree(), oldPath, ObjectPath.SQL);
        Optional<String> after = change.type() == ObjectChange.Type.DROP
                ? Optional.empty()
                : git.get().file(node.tree(), newPath, ObjectPath.SQL);
        String patch = Patch.of(oldPath.stem() + ObjectPath.SQL, before, newPath.stem() + ObjectPath.SQL, after);
        return new CommitDetail.ObjectPatch(change, before, after, patch);
    }

    /**
     * The facts of a commit's tree, handed one by one to {@code reader}, in the order of paths.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public void eachObject(String revision, BiConsumer<ObjectId, Facts> reader) {
        String tree = ask(index -> node(index, revision).tree());
        try {
            new TreeFacts(git.get()).each(tree, reader);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /**
     * How the trees of two revisions differ, at the cost of what differs.
     *
     * @throws RevisionException when a revision names no commit, or several
     */
    public List<ObjectDifference> differences(String from, String to) {
        return ask(index -> new TreeFacts(git.get())
                .differences(node(index, from).tree(), node(index, to).tree()));
    }

    /**
     * All facts of a commit's tree, each read when first looked at.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public SortedMap<ObjectId, Facts> facts(String revision) {
        return ask(index -> new TreeFacts(git.get()).all(node(index, revision).tree()));
    }

    /**
     * The facts of one object at a revision, which may be a time; empty when there was no such object.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public Optional<Facts> object(ObjectId id, String revision) {
        return ask(index -> new TreeFacts(git.get()).of(node(index, revision).tree(), id));
    }

    /**
     * The objects of a name at a revision, of whatever kind and signature.
     *
     * @param schema empty for objects that are in none
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public SortedMap<ObjectId, Facts> named(Optional<String> schema, String name, String revision) {
        return ask(index -> new ObjectSearch(git.get(), node(index, revision).tree()).named(schema, name));
    }

    /**
     * All objects of a schema at a revision, without the schema itself.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public SortedMap<ObjectId, Facts> inSchema(String schema, String revision) {
        return ask(index -> new ObjectSearch(git.get(), node(index, revision).tree()).in(schema));
    }

    /**
     * All commits in numbers, in the order in which they were made; also those no name reaches. Costs what is new since
     * somebody last asked.
     */
    public List<CommitFigures> figures() {
        return askSession((index, session) -> figures.all(session));
    }

    /** Objects that ever had a name, whether or not they are still there. */
    public List<ObjectId> everNamed(Optional<String> schema, String name) {
        return askSession((index, session) -> {
            List<ObjectId> found = new ArrayList<>();
            for (String path : ObjectSearch.paths(schema, name)) {
                found.addAll(session.list("ids_by_path", row -> StoredJson.id(row.getString(1)), path, path + "!"));
                found.addAll(
                        session.list("ids_by_path", row -> StoredJson.id(row.getString(1)), path + "(", path + ")"));
            }
            found.removeIf(id -> !id.name().equals(name));
            return found;
        });
    }

    /**
     * The commit that made each object of a revision, across new names.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public SortedMap<ObjectId, CommitFigures> origins(Set<ObjectId> objects, String revision) {
        return askSession((index, session) -> {
            CommitIndex.Node node = node(index, revision);
            Map<Long, CommitFigures> commits = new HashMap<>();
            figures.all(session).forEach(commit -> commits.put(commit.ordinal(), commit));
            TreeMap<ObjectId, CommitFigures> origins = new TreeMap<>();
            for (ObjectId id : objects) {
                ObjectTrail trail = new ObjectTrail(session, index, node, id);
                if (!trail.isEmpty()) {
                    origins.put(id, commits.get(trail.origin()));
                }
            }
            return origins;
        });
    }

    /**
     * Who last changed and who made an object and each of its parts, as they are at a revision, across new names of the
     * object and of the parts: the object first, then parts by what they are and by name. None when there is no such
     * object.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public List<Blame> blame(ObjectId id, String revision) {
        return askSession((index, session) -> {
            CommitIndex.Node node = node(index, revision);
            Optional<Facts> facts = new TreeFacts(git.get()).of(node.tree(), id);
            ObjectTrail trail = new ObjectTrail(session, index, node, id);
            List<Blame> blame = new ArrayList<>();
            if (facts.isPresent() && !trail.isEmpty()) {
                blame.add(trail.object(Names.qualified(id)));
                for (PartName part : PartName.of(facts.get())) {
                    blame.add(trail.part(part.what(), part.name()));
                }
            }
            return blame;
        });
    }

    /**
     * The last changes of an object up to a revision, across new names, the newest first. None when it was never there.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public List<ObjectVersion> versions(ObjectId id, String revision, int limit) {
        return askSession(
                (index, session) -> new ObjectTrail(session, index, node(index, revision), id).versions(limit));
    }

    private CommitSource source(CommitIndex index, long one, long other) throws SQLException {
        return new CommitSource(index, git.get(), List.of(one, other));
    }

    /**
     * The best common ancestors of two revisions; several after criss-cross merges, none without common history.
     *
     * @throws RevisionException when a revision names no commit, or several
     */
    public List<String> mergeBases(String one, String other) {
        return ask(index -> {
            long first = node(index, one).ordinal();
            long second = node(index, other).ordinal();
            List<String> bases = new ArrayList<>();
            for (long base : MergeBases.of(source(index, first, second), first, second)) {
                bases.add(index.node(base).orElseThrow().sha());
            }
            return bases;
        });
    }

    /** Whether a tag, or a branch other than {@code name}, reaches the tip of that branch. */
    public boolean isMerged(String name) {
        return ask(index -> {
            long tip = node(index, name).ordinal();
            List<Long> others = new ArrayList<>();
            for (Ref branch : index.branches()) {
                if (!branch.name().equals(name)) {
                    others.add(index.tip(branch.name()).orElseThrow().ordinal());
                }
            }
            for (Ref tag : index.tags()) {
                others.add(index.tag(tag.name()).orElseThrow().ordinal());
            }
            List<Long> asked = new ArrayList<>(others);
            asked.add(tip);
            CommitSource source = new CommitSource(index, git.get(), asked);
            return others.stream().anyMatch(other -> MergeBases.isAncestor(source, tip, other));
        });
    }

    /** Number of commits that can be reached from a revision. */
    public long countCommits(String revision) {
        return ask(index -> index.countReachable(node(index, revision)));
    }

    /**
     * What merging {@code theirs} into {@code ours} comes to; changes nothing.
     *
     * @param answers to conflicts of an earlier attempt
     * @throws RevisionException when a revision names no commit, or several
     */
    public MergeResult merge(String ours, String theirs, Map<Conflict.Key, Resolution> answers) {
        return ask(index -> {
            long one = node(index, ours).ordinal();
            long other = node(index, theirs).ordinal();
            return new CommitMerge<>(source(index, one, other)).merge(one, other, answers);
        });
    }

    /**
     * What merging several commits into {@code onto}, one after the other, comes to; changes nothing. A result each, up to
     * the first that has conflicts.
     *
     * @throws RevisionException when a revision names no commit, or several
     */
    public List<MergeResult> combine(String onto, List<String> branches) {
        return ask(index -> {
            long ours = node(index, onto).ordinal();
            List<Long> tips = new ArrayList<>();
            for (String branch : branches) {
                tips.add(node(index, branch).ordinal());
            }
            List<Long> asked = new ArrayList<>(tips);
            asked.add(ours);
            MergesAhead ahead = new MergesAhead(new CommitSource(index, git.get(), asked));
            List<MergeResult> results = new ArrayList<>();
            for (long tip : tips) {
                MergeResult result = ahead.merge(ours, tip);
                results.add(result);
                if (!result.isClean()) {
                    break;
                }
                ours = ahead.last();
            }
            return results;
        });
    }

    /**
     * What got new names between two revisions, in either direction or on different branches.
     *
     * @throws RevisionException when a revision names no commit, or several
     */
    public Renames renames(String from, String to) {
        return ask(index -> {
            long one = node(index, from).ordinal();
            long other = node(index, to).ordinal();
            return new CommitMerge<>(source(index, one, other)).renames(one, other);
        });
    }

    /**
     * What taking back a commit comes to, on top of {@code onto}: what the commit did is undone, what came later stays;
     * changes nothing. A merge is taken back to its first parent; the first commit, to an empty schema.
     *
     * @param answers to conflicts of an earlier attempt
     * @throws RevisionException when a revision names no commit, or several
     */
    public MergeResult revert(String commit, String onto, Map<Conflict.Key, Resolution> answers) {
        return ask(index -> {
            long gone = node(index, commit).ordinal();
            long head = node(index, onto).ordinal();
            List<Long> asked = new ArrayList<>(index.parents(gone));
            asked.addAll(List.of(gone, head));
            return new CommitMerge<>(new CommitSource(index, git.get(), asked)).revert(gone, head, answers);
        });
    }
}
