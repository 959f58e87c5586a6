package io.pggit.runtime.repository;

import io.pggit.core.fold.CommitDraft;
import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
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

    /** Refs of branches that Git or the file system cannot name: their objects must not be swept away. */
    private static final String UNNAMED = "refs/pggit/";

    private static final Pattern BRANCH = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._/#-]{0,199}");

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

    static ObjectId commit(ObjectInserter inserter, ObjectId tree, Optional<ObjectId> parent, CommitDraft draft)
            throws IOException {
        PersonIdent author = new PersonIdent(draft.author(), draft.email(), draft.time(), ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        parent.ifPresent(commit::setParentId);
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
            for (String candidate : path.candidates(suffix)) {
                try (TreeWalk found = TreeWalk.forPath(reader, candidate, ObjectId.fromString(tree))) {
                    if (found != null) {
                        return Optional.of(text(reader, found.getObjectId(0)));
                    }
                }
            }
            return Optional.empty();
        }
    }

    static String text(ObjectReader reader, ObjectId blob) throws IOException {
        return new String(
                reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    /** Moves the branch's ref, wherever it was. */
    void moveBranch(String branch, String sha) throws IOException {
        if (isNameable(branch) && update(Constants.R_HEADS + branch, sha)) {
            return;
        }
        String ref = UNNAMED + digest(branch);
        if (!update(ref, sha)) {
            throw new IOException("ref " + ref + " could not be moved to " + sha);
        }
    }

    private static boolean isNameable(String branch) {
        return BRANCH.matcher(branch).matches()
                && !branch.equals(Constants.HEAD)
                && Repository.isValidRefName(Constants.R_HEADS + branch);
    }

    private boolean update(String ref, String sha) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(ObjectId.fromString(sha));
        update.disableRefLog();
        return switch (update.forceUpdate()) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            // a branch "a" forbids "a/b": such a one stays without a name in Git
            case LOCK_FAILURE,
                    IO_FAILURE,
                    REJECTED,
                    REJECTED_CURRENT_BRANCH,
                    REJECTED_MISSING_OBJECT,
                    REJECTED_OTHER_REASON,
                    RENAMED,
                    NOT_ATTEMPTED -> false;
        };
    }

    /** Removes refs of branches that are not among {@code branches}. */
    void keepOnly(Set<String> branches) throws IOException {
        Set<String> kept = new TreeSet<>();
        for (String branch : branches) {
            kept.add(Constants.R_HEADS + branch);
            kept.add(UNNAMED + digest(branch));
        }
        for (String prefix : new String[] {Constants.R_HEADS, UNNAMED}) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                if (!kept.contains(ref.getName())) {
                    RefUpdate update = repository.updateRef(ref.getName());
                    update.setForceUpdate(true);
                    update.delete();
                }
            }
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
