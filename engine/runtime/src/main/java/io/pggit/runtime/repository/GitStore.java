package io.pggit.runtime.repository;

import io.pggit.core.fold.CommitDraft;
import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The bare Git repository on disk. Reading is for any thread; writing for one at a time. */
final class GitStore implements AutoCloseable {
    /** The branch HEAD names in a clone. */
    static final String MAIN = "main";

    /** Loose objects, and packs, after which they are packed together. */
    private static final int LOOSE_LIMIT = 5_000;

    private static final int PACK_LIMIT = 20;

    private final FileRepository repository;

    private GitStore(FileRepository repository) {
        this.repository = repository;
    }

    static GitStore open(Path directory) throws IOException {
        IsolatedSystem.install();
        FileRepository repository = (FileRepository) new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build();
        if (!Files.exists(directory.resolve(Constants.HEAD))) {
            repository.create(true);
            repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + MAIN);
            StoredConfig config = repository.getConfig();
            config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, LOOSE_LIMIT);
            config.setInt(
                    ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOPACKLIMIT, PACK_LIMIT);
            config.setInt(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_COMPRESSION, 1);
            config.save();
        }
        return new GitStore(repository);
    }

    GitRefs refs() {
        return new GitRefs(repository);
    }

    FileRepository repository() {
        return repository;
    }

    /** Writes a file each, quickly visible: for the few commits of ordinary life. */
    ObjectInserter looseInserter() {
        return repository.newObjectInserter();
    }

    /** Writes one pack, visible when flushed: for many commits at once. */
    ObjectInserter packInserter() {
        var pack = repository.getObjectDatabase().newPackInserter();
        pack.setCompressionLevel(1);
        pack.checkExisting(false); // looking for each among loose objects costs more than some object kept twice
        return pack;
    }

    static ObjectId commit(ObjectInserter inserter, ObjectId tree, List<Tip> parents, CommitDraft draft)
            throws IOException {
        PersonIdent author = new PersonIdent(draft.person(), draft.email(), draft.time(), ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents.stream()
                .map(parent -> ObjectId.fromString(parent.sha()))
                .toList());
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setEncoding(StandardCharsets.UTF_8);
        commit.setMessage(draft.message());
        return inserter.insert(commit);
    }

    /** Whether a commit and its whole way to the tree can be read. */
    boolean isReadable(String sha) {
        try (RevWalk walk = new RevWalk(repository)) {
            var commit = walk.parseCommit(ObjectId.fromString(sha));
            walk.parseTree(commit.getTree());
            return true;
        } catch (IOException damaged) {
            return false;
        }
    }

    String message(String sha) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(ObjectId.fromString(sha)).getFullMessage();
        }
    }

    /** The text of an object's file in a tree; empty when it is not there. */
    Optional<String> file(String tree, ObjectPath path, String suffix) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            return file(reader, tree, path, suffix);
        }
    }

    static Optional<String> file(ObjectReader reader, String tree, ObjectPath path, String suffix) throws IOException {
        for (String candidate : path.candidates(suffix)) {
            try (TreeWalk found = TreeWalk.forPath(reader, candidate, ObjectId.fromString(tree))) {
                if (found != null) {
                    return Optional.of(text(reader, found.getObjectId(0)));
                }
            }
        }
        return Optional.empty();
    }

    static String text(ObjectReader reader, ObjectId blob) throws IOException {
        return new String(
                reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        repository.close();
    }
}
