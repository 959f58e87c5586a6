package io.pggit.runtime.repository;

import io.pggit.core.fold.CommitDraft;
import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/** The bare Git repository on disk. Reading is for any thread; writing for one at a time. */
final class GitStore implements AutoCloseable {
    /** The branch HEAD names in a clone. */
    static final String MAIN = "main";

    /** Loose objects, and packs, after which they are packed together. */
    private static final int LOOSE_LIMIT = 5_000;

    private static final int PACK_LIMIT = 20;

    /** Listings of trees kept for what is asked next, which is mostly about their like. */
    private static final int LISTINGS = 6;

    private final FileRepository repository;
    private final Deque<TreeListing> listings = new ArrayDeque<>();
    private final KnownTies ties = new KnownTies();

    private GitStore(FileRepository repository) {
        this.repository = repository;
    }

    static GitStore open(Path directory) throws IOException {
        IsolatedSystem.install();
        unlock(directory);
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
        BulkPack.sweep(repository.getObjectDatabase());
        return new GitStore(repository);
    }

    /**
     * Nobody but the engine writes here, and only one engine has the journal beside it: a lock was left by one that was
     * killed, and its ref could never be moved again.
     */
    private static void unlock(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> left = new ArrayList<>();
        try (Stream<Path> top = Files.list(directory);
                Stream<Path> refs = Files.walk(directory.resolve(Constants.R_REFS))) {
            Stream.concat(top, refs)
                    .filter(file -> file.toString().endsWith(Constants.LOCK_SUFFIX) && Files.isRegularFile(file))
                    .forEach(left::add);
        } catch (NoSuchFileException damaged) {
            // without refs it is made again
            return;
        }
        for (Path lock : left) {
            Files.delete(lock);
        }
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

    /** Writes one pack, visible and durable when flushed: for many commits at once. */
    ObjectInserter packInserter() throws IOException {
        return new PipelinedInserter(new BulkPack(repository.getObjectDatabase()), repository.newObjectReader());
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
        Optional<ObjectId> blob = BranchTree.file(reader, ObjectId.fromString(tree), path, suffix);
        return blob.isPresent() ? Optional.of(text(reader, blob.get())) : Optional.empty();
    }

    /** Which objects a tree has; costs what differs from a tree listed before. */
    TreeListing listing(String tree) throws IOException {
        ObjectId wanted = ObjectId.fromString(tree);
        synchronized (listings) {
            Optional<TreeListing> known = listings.stream()
                    .filter(listing -> listing.tree().equals(wanted))
                    .findFirst();
            if (known.isEmpty()) {
                try (ObjectReader reader = repository.newObjectReader()) {
                    known = Optional.of(
                            listings.isEmpty()
                                    ? TreeListing.of(reader, wanted)
                                    : listings.getFirst().to(reader, wanted));
                }
            }
            listings.remove(known.get());
            listings.addFirst(known.get());
            if (listings.size() > LISTINGS) {
                listings.removeLast();
            }
            return known.get();
        }
    }

    KnownTies ties() {
        return ties;
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
