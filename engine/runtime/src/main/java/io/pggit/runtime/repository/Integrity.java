package io.pggit.runtime.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Reads everything commits consist of, computes each id again from the content, and compares commits and refs with the index.
 */
final class Integrity {
    private final GitStore git;
    private final IntegrityReport report = new IntegrityReport();
    private final Set<ObjectId> seen = new HashSet<>();
    private ObjectReader reader;

    Integrity(GitStore git) {
        this.git = git;
    }

    IntegrityReport check(List<CommitFigures> commits, List<io.pggit.runtime.repository.Ref> names) throws IOException {
        Map<Long, String> shas = new TreeMap<>();
        commits.forEach(commit -> shas.put(commit.ordinal(), commit.sha()));
        try (ObjectReader objects = git.repository().newObjectReader()) {
            reader = objects;
            commits.forEach(commit -> commit(commit, shas));
        }
        refs(new HashSet<>(shas.values()), names);
        return report;
    }

    private void commit(CommitFigures commit, Map<Long, String> shas) {
        report.commit();
        ObjectId tree = ObjectId.fromString(commit.tree());
        try {
            byte[] content = hashed(ObjectId.fromString(commit.sha()), Constants.OBJ_COMMIT);
            RevCommit parsed = RevCommit.parse(content);
            if (!parsed.getTree().getId().equals(tree)) {
                report.tree("commit " + commit.sha() + " has another tree than the index says");
            }
            List<String> parents = new ArrayList<>();
            for (RevCommit parent : parsed.getParents()) {
                parents.add(parent.getName());
            }
            List<String> expected = commit.parents().stream()
                    .map(ordinal -> shas.getOrDefault(ordinal, ""))
                    .toList();
            if (!parents.equals(expected)) {
                report.parent("commit " + commit.sha() + " has other parents than the index says");
            }
        } catch (IOException damaged) {
            report.tree("commit " + commit.sha() + ": " + damaged.getMessage());
        }
        try {
            tree(tree);
        } catch (IOException damaged) {
            report.tree("tree of commit " + commit.sha() + ": " + damaged.getMessage());
        }
    }

    private void tree(ObjectId tree) throws IOException {
        if (!seen.add(tree)) {
            return;
        }
        CanonicalTreeParser entries = new CanonicalTreeParser();
        entries.reset(hashed(tree, Constants.OBJ_TREE));
        while (!entries.eof()) {
            ObjectId entry = entries.getEntryObjectId();
            try {
                if (FileMode.TREE.equals(entries.getEntryRawMode())) {
                    tree(entry);
                } else if (seen.add(entry)) {
                    hashed(entry, Constants.OBJ_BLOB);
                    report.object();
                }
            } catch (IOException damaged) {
                report.entry(entries.getEntryPathString() + " of tree " + tree.name() + ": " + damaged.getMessage());
            }
            entries.next();
        }
    }

    /** The content of an object, if it gives the id it is kept under. */
    private byte[] hashed(ObjectId id, int type) throws IOException {
        byte[] content = reader.open(id, type).getCachedBytes(Integer.MAX_VALUE);
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            ObjectId actual = formatter.idFor(type, content);
            if (!actual.equals(id)) {
                throw new IOException("object " + id.name() + " has the content of " + actual.name());
            }
        }
        return content;
    }

    private void refs(Set<String> shas, List<io.pggit.runtime.repository.Ref> names) throws IOException {
        for (io.pggit.runtime.repository.Ref name : names) {
            report.ref();
            if (!shas.contains(name.sha())) {
                report.ref(name.name() + " points to " + name.sha() + ", which is no commit");
            }
        }
        for (Ref ref : git.repository().getRefDatabase().getRefs()) {
            ObjectId target = ref.getObjectId();
            if (target != null && !shas.contains(target.name())) {
                report.ref(ref.getName() + " points to " + target.name() + ", which is no commit");
            }
        }
    }
}
