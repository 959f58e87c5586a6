package io.pggit.runtime.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** Branches, tags and HEAD as Git shows them. The state, not Git, says where they are. */
final class GitRefs {
    /** Refs of what Git or the file system cannot name, and of what has no name: their objects must not be swept away. */
    private static final String HIDDEN = "refs/pggit/";

    private static final String KEPT = HIDDEN + "kept/";
    /** As long as Git's own {@code core.packedRefsTimeout}. */
    private static final Duration LOCK_WAIT = Duration.ofSeconds(1);

    private static final int LOCK_PAUSE_MS = 10;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._/#-]{0,199}");

    private final Repository repository;

    GitRefs(Repository repository) {
        this.repository = repository;
    }

    /** Makes Git show exactly these. Refs that are gone go first: a branch "a" forbids "a/b". */
    void show(List<Ref> branches, List<Ref> tags, List<String> kept, Optional<String> head) throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (Ref branch : branches) {
            wanted.add(Constants.R_HEADS + branch.name());
            wanted.add(hidden(Constants.R_HEADS, branch.name()));
        }
        for (Ref tag : tags) {
            wanted.add(Constants.R_TAGS + tag.name());
            wanted.add(hidden(Constants.R_TAGS, tag.name()));
        }
        kept.forEach(sha -> wanted.add(KEPT + sha));
        for (String prefix : List.of(Constants.R_HEADS, Constants.R_TAGS, HIDDEN)) {
            for (var ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                if (!wanted.contains(ref.getName())) {
                    delete(ref.getName());
                }
            }
        }
        for (Ref branch : branches) {
            moveBranch(branch.name(), branch.sha());
        }
        for (Ref tag : tags) {
            move(Constants.R_TAGS, tag.name(), tag.sha());
        }
        for (String sha : kept) {
            require(KEPT + sha, sha);
        }
        String shown = head.orElse(GitStore.MAIN);
        if (isNameable(Constants.R_HEADS, shown)) {
            repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + shown);
        }
    }

    private void delete(String ref) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setForceUpdate(true);
        update.delete();
    }

    /** Moves the branch's ref, wherever it was. */
    void moveBranch(String branch, String sha) throws IOException {
        move(Constants.R_HEADS, branch, sha);
    }

    private void move(String prefix, String name, String sha) throws IOException {
        if (!isNameable(prefix, name) || !update(prefix + name, sha)) {
            require(hidden(prefix, name), sha);
        }
    }

    private void require(String ref, String sha) throws IOException {
        if (!update(ref, sha)) {
            throw new IOException("ref " + ref + " could not be moved to " + sha);
        }
    }

    private static boolean isNameable(String prefix, String name) {
        return NAME.matcher(name).matches() && !name.equals(Constants.HEAD) && Repository.isValidRefName(prefix + name);
    }

    private boolean update(String ref, String sha) throws IOException {
        long begun = System.nanoTime();
        RefUpdate.Result result = tryUpdate(ref, sha);
        // a Git beside this one, packing refs say; a branch "a" forbids "a/b", which looks the same but does not pass
        while (result == RefUpdate.Result.LOCK_FAILURE
                && !repository.getRefDatabase().isNameConflicting(ref)
                && System.nanoTime() - begun < LOCK_WAIT.toNanos()) {
            pause();
            result = tryUpdate(ref, sha);
        }
        return switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            // such a one stays without a name in Git
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

    private RefUpdate.Result tryUpdate(String ref, String sha) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(ObjectId.fromString(sha));
        update.disableRefLog();
        return update.forceUpdate();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOCK_PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lock of a ref", e);
        }
    }

    private static String hidden(String prefix, String name) {
        return HIDDEN + (prefix.equals(Constants.R_TAGS) ? "tags/" : "") + digest(name);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }
}
