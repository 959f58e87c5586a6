package io.pggit.runtime.repository;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.revision.Revision;
import io.pggit.core.tree.ObjectFiles;
import io.pggit.core.tree.ObjectPath;
import io.pggit.runtime.sqlite.SqliteFile;
import io.pggit.runtime.sqlite.SqliteSession;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;

/**
 * Commits, for reading. Any thread may ask; each answer is of one state. Revisions are spelled as in git: {@code HEAD}
 * or {@code @}, a branch, a commit id or at least four digits of its beginning, each with {@code ~N} and {@code ^N}. A
 * branch hides a commit id of the same spelling.
 */
public final class History {
    private static final Pattern PREFIX = Pattern.compile("[0-9a-fA-F]{4,40}");

    private final SqliteFile file;
    private final Supplier<GitStore> git;

    History(SqliteFile file, Supplier<GitStore> git) {
        this.file = file;
        this.git = git;
    }

    /** What a question makes of an index. */
    @FunctionalInterface
    private interface Question<T> {
        T answer(CommitIndex index) throws SQLException, IOException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return file.read((SqliteSession session) -> {
                try {
                    return question.answer(new CommitIndex(session));
                } catch (IOException failure) {
                    throw unreadable(failure);
                }
            });
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static RepositoryException unreadable(Exception failure) {
        return new RepositoryException(
                "the repository cannot be read: " + failure.getMessage() + "; restart the engine, which makes it again",
                failure);
    }

    /** Id of the commit at the tip of {@code branch}; empty when there is no such branch. */
    public Optional<String> head(String branch) {
        return ask(index -> index.tip(branch).map(CommitIndex.Node::sha));
    }

    /**
     * Id of the commit a revision names.
     *
     * @throws RevisionException when it names none, or several
     */
    public String resolve(String revision) {
        return ask(index -> node(index, revision).sha());
    }

    private static CommitIndex.Node node(CommitIndex index, String text) throws SQLException {
        Revision revision = Revision.parse(text)
                .orElseThrow(() -> failure(RevisionException.Reason.MALFORMED, text, "is not a revision"));
        CommitIndex.Node node = base(index, revision.base(), text);
        for (Revision.Step step : revision.steps()) {
            int hops = step.direction() == '~' ? step.number() : Math.min(step.number(), 1);
            for (int i = 0; i < hops; i++) {
                int parent = step.direction() == '~' ? 1 : step.number();
                node = index.parent(node, parent)
                        .orElseThrow(() -> failure(
                                RevisionException.Reason.PAST_THE_FIRST_COMMIT,
                                text,
                                "goes back past the first commit"));
            }
        }
        return node;
    }

    private static CommitIndex.Node base(CommitIndex index, String base, String text) throws SQLException {
        Optional<CommitIndex.Node> tip = index.tip(base.equals("HEAD") ? GitStore.MAIN : base);
        if (tip.isPresent()) {
            return tip.get();
        }
        List<CommitIndex.Node> nodes = PREFIX.matcher(base).matches()
                ? index.startingWith(base.toLowerCase(java.util.Locale.ROOT), 2)
                : List.of();
        if (nodes.size() > 1) {
            throw failure(
                    RevisionException.Reason.AMBIGUOUS, text, "is ambiguous: several commit ids begin with " + base);
        }
        return nodes.stream()
                .findFirst()
                .orElseThrow(() ->
                        failure(RevisionException.Reason.UNKNOWN, text, "is unknown: no branch or commit " + base));
    }

    private static RevisionException failure(RevisionException.Reason reason, String revision, String what) {
        return new RevisionException(reason, revision, "revision \"" + revision + "\" " + what);
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
        try (ObjectReader objects = git.get().repository().newObjectReader();
                TreeWalk walk = new TreeWalk(objects)) {
            walk.addTree(org.eclipse.jgit.lib.ObjectId.fromString(tree));
            walk.setRecursive(true);
            walk.setFilter(PathSuffixFilter.create(ObjectPath.JSON));
            while (walk.next()) {
                JsonNode content = StoredJson.parse(GitStore.text(objects, walk.getObjectId(0)));
                reader.accept(ObjectFiles.id(content), ObjectFiles.facts(content));
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /**
     * All facts of a commit's tree at once.
     *
     * @throws RevisionException when {@code revision} names no commit, or several
     */
    public SortedMap<ObjectId, Facts> facts(String revision) {
        TreeMap<ObjectId, Facts> facts = new TreeMap<>();
        eachObject(revision, facts::put);
        return facts;
    }
}
