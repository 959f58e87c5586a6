package io.pggit.runtime.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.tree.FanOut;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    @TempDir
    Path temporary;

    /** Replays into an empty directory, {@code step} transactions at a time, and returns the log. */
    private List<CommitEntry> replay(String name, List<AuditTransaction> transactions, int step) throws Exception {
        Path directory = temporary.resolve(name);
        try (Journal journal = Journal.open(directory, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            for (int i = 0; i < transactions.size(); i += step) {
                journal.append(transactions.subList(i, Math.min(i + step, transactions.size())));
                repository.catchUp();
            }
            assertEquals(journal.lastIndex(), repository.position());
            checkObjects(repository.gitDirectory());
            return repository.history().log("HEAD", Integer.MAX_VALUE);
        }
    }

    private static List<String> ids(List<CommitEntry> log) {
        return log.stream().map(CommitEntry::sha).toList();
    }

    /** Every object that main reaches is there, whole and well formed. */
    private static void checkObjects(Path gitDirectory) throws Exception {
        try (var repository = new FileRepositoryBuilder()
                        .setGitDir(gitDirectory.toFile())
                        .build();
                ObjectWalk walk = new ObjectWalk(repository);
                var reader = repository.newObjectReader()) {
            ObjectChecker checker = new ObjectChecker().setSafeForMacOS(true).setSafeForWindows(true);
            walk.markStart(walk.parseCommit(repository.resolve("refs/heads/main")));
            for (var commit = walk.next(); commit != null; commit = walk.next()) {
                checker.check(commit, commit.getType(), reader.open(commit).getCachedBytes());
            }
            for (RevObject object = walk.nextObject(); object != null; object = walk.nextObject()) {
                checker.check(object, object.getType(), reader.open(object).getCachedBytes());
            }
        }
    }

    @Test
    void theSameJournalGivesTheSameIdsHoweverItIsReplayed() throws Exception {
        SchemaStory story = new SchemaStory(7);
        List<AuditTransaction> transactions = new ArrayList<>(List.of(story.baseline(20)));
        transactions.addAll(story.transactions(130));

        List<CommitEntry> atOnce = replay("at-once", transactions, 1_000);
        List<CommitEntry> oneByOne = replay("one-by-one", transactions, 1);
        List<CommitEntry> inParts = replay("in-parts", transactions, 60);

        assertEquals(131, atOnce.size());
        assertEquals(atOnce, oneByOne);
        assertEquals(atOnce, inParts);
    }

    @Test
    void theTreeHoldsExactlyWhatTheRowsDescribed() {
        SchemaStory story = new SchemaStory(8);
        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            journal.append(List.of(story.baseline(5)));
            journal.append(story.transactions(200));
            repository.catchUp();

            assertEquals(story.tree(), repository.history().facts("HEAD"));
        }
    }

    @Test
    void aFolderThatGrowsAndShrinksPastTheLimitHasTheTreeOfOneMadeAtOnce() throws Exception {
        SchemaStory story = new SchemaStory(9);
        Path grown = temporary.resolve("grown");
        List<Integer> subfolders = new ArrayList<>();
        try (Journal journal = Journal.open(grown, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            journal.append(List.of(story.baseline(FanOut.LIMIT - 1)));
            List<Supplier<AuditTransaction>> steps = List.of(
                    () -> story.create("one"),
                    () -> story.create("two"),
                    story::alter,
                    () -> story.drop("two"),
                    story::alter);
            for (Supplier<AuditTransaction> step : steps) {
                journal.append(List.of(step.get()));
                repository.catchUp();

                String tree = tree(repository);
                assertEquals(treeMadeAtOnce(story), tree);
                assertEquals(
                        1, repository.history().differences("HEAD~1", "HEAD").size());
                assertEquals(story.tree(), repository.history().facts("HEAD"));
                subfolders.add(
                        run("git", "-C", repository.gitDirectory().toString(), "ls-tree", "-d", "HEAD:public/tables")
                                .lines()
                                .toList()
                                .size());
            }
        }
        assertEquals(0, subfolders.get(0));
        assertEquals(List.of(16, 16), subfolders.subList(1, 3));
        assertEquals(0, subfolders.get(3));
    }

    private String treeMadeAtOnce(SchemaStory story) throws Exception {
        Path directory = Files.createTempDirectory(temporary, "at-once");
        try (Journal journal = Journal.open(directory, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            journal.append(List.of(story.snapshot()));
            repository.catchUp();
            return tree(repository);
        }
    }

    private static String tree(Repository repository) throws Exception {
        return run("git", "-C", repository.gitDirectory().toString(), "rev-parse", "HEAD^{tree}");
    }

    @Test
    void aCrashBetweenStateAndRefsIsMendedWhenOpening() throws Exception {
        SchemaStory story = new SchemaStory(10);
        List<String> ids;
        Path ref = temporary.resolve("repository.git/refs/heads/main");
        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            journal.append(story.transactions(5));
            repository.catchUp();
            ids = ids(repository.history().log("HEAD", 10));
        }
        Files.writeString(ref, ids.get(3) + "\n");
        Files.writeString(ref.resolveSibling("stray"), ids.get(3) + "\n");

        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            assertEquals(ids.get(0), Files.readString(ref).trim());
            assertTrue(Files.notExists(ref.resolveSibling("stray")));
            assertEquals(0, repository.catchUp());
        }
    }

    @Test
    void locksOfAKilledEngineHoldNothingUp() throws Exception {
        SchemaStory story = new SchemaStory(12);
        Path git;
        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            git = repository.gitDirectory();
            journal.append(List.of(story.baseline(3)));
            repository.catchUp();
        }
        for (String locked : List.of("refs/heads/main", "HEAD", "packed-refs")) {
            Files.createFile(git.resolve(locked + ".lock"));
        }

        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            journal.append(story.transactions(2));
            repository.catchUp();

            String tip = repository.history().resolve("main");
            assertEquals(
                    tip, run("git", "-C", git.toString(), "rev-parse", "HEAD").strip());
        }
    }

    @Test
    void aDamagedOrLostRepositoryIsMadeAgainWithTheSameIds() throws Exception {
        SchemaStory story = new SchemaStory(11);
        List<String> ids;
        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            journal.append(story.transactions(20));
            repository.catchUp();
            ids = ids(repository.history().log("HEAD", 100));
            repository.rebuild();
            assertEquals(ids, ids(repository.history().log("HEAD", 100)));
        }
        List<Runnable> accidents = List.of(
                () -> delete(temporary.resolve("repository.git")),
                () -> delete(
                        temporary.resolve("repository.git/objects/" + ids.get(4).substring(0, 2))),
                () -> delete(temporary.resolve("repository.db")));
        for (Runnable accident : accidents) {
            accident.run();
            try (Journal journal = Journal.open(temporary, METERS);
                    Repository repository = Repository.open(journal, METERS)) {
                repository.catchUp();
                assertEquals(ids, ids(repository.history().log("HEAD", 100)));
                assertEquals(story.tree(), repository.history().facts("HEAD"));
            }
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void gitFindsNoFaultAndCanClone() throws Exception {
        SchemaStory story = new SchemaStory(12);
        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            journal.append(List.of(story.baseline(3)));
            journal.append(story.transactions(100));
            repository.catchUp();
            journal.append(story.transactions(10));
            repository.catchUp();

            String git = repository.gitDirectory().toString();
            Path clone = temporary.resolve("clone");
            String fsck = run("git", "-C", git, "fsck", "--full", "--strict");
            run("git", "clone", "-q", git, clone.toString());
            String trailer =
                    run("git", "-C", git, "log", "-1", "--format=%(trailers:key=Xid,valueonly)%an <%ae> %ai", "main");

            assertEquals("", fsck.replaceAll("(?m)^notice: .*$", "").trim());
            try (Stream<Path> files = Files.walk(clone)) {
                long sql =
                        files.filter(file -> file.toString().endsWith(".sql")).count();
                assertEquals(story.tree().size(), sql);
            }
            String[] lines = trailer.split("\n");
            assertEquals("910", lines[0]);
            assertTrue(lines[lines.length - 1].matches("ann <ann@pggit> 2026-01-02 .* \\+0000"), trailer);
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), output);
        return output;
    }

    @Test
    void headIsMainFromTheBeginning() throws IOException {
        try (Journal journal = Journal.open(temporary, METERS);
                Repository repository = Repository.open(journal, METERS)) {
            String head = Files.readString(repository.gitDirectory().resolve(Constants.HEAD));

            assertEquals("ref: refs/heads/main\n", head);
            assertEquals(0, repository.catchUp());
        }
    }
}
