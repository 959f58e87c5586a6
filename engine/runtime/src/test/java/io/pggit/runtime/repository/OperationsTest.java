package io.pggit.runtime.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.CommitKind;
import io.pggit.core.fold.Fold;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches, tags and HEAD, made from rows alone. */
class OperationsTest {
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    @TempDir
    Path directory;

    private final SchemaStory story = new SchemaStory(31);
    private final List<AuditTransaction> told = new ArrayList<>();
    private Journal journal;
    private Repository repository;
    private History history;

    @BeforeEach
    void oneCommitOnMain() {
        journal = Journal.open(directory, METERS);
        repository = Repository.open(journal, METERS);
        history = repository.history();
        take(story.baseline(0));
        take(story.create("shared"));
    }

    @AfterEach
    void close() {
        repository.close();
        journal.close();
    }

    private void take(AuditTransaction transaction) {
        told.add(transaction);
        journal.append(List.of(transaction));
        repository.catchUp();
    }

    private static ObjectNode details() {
        return JsonNodeFactory.instance.objectNode();
    }

    private String branch(String name) {
        String start = history.resolve("HEAD");
        take(story.operation("create_branch", details().put("name", name).put("start", start))
                .end());
        return start;
    }

    /** {@code story} has told the statements. */
    private void checkout(String branch, long since) {
        take(story.operation(
                        "checkout",
                        details().put("since", since).put("branch", branch).put("sha", history.resolve(branch)))
                .end());
        story.on(branch);
    }

    private Set<String> tables(String revision) {
        TreeSet<String> names = new TreeSet<>();
        history.facts(revision).keySet().stream().map(ObjectId::name).forEach(names::add);
        return names;
    }

    private Set<String> live() {
        TreeSet<String> names = new TreeSet<>();
        history.live().keySet().stream().map(ObjectId::name).forEach(names::add);
        return names;
    }

    @Test
    void branchesGrowApartAndACheckoutIsNoCommit() {
        branch("x");
        checkout("x", story.last());
        take(story.create("only_x"));
        long since = story.last();
        story.remove("only_x");
        checkout("main", since);
        take(story.create("only_main"));

        assertEquals(
                new Head(Optional.of("main"), history.resolve("main")),
                history.head().orElseThrow());
        assertEquals(Set.of("shared", "only_main"), tables("main"));
        assertEquals(Set.of("shared", "only_x"), tables("x"));
        assertEquals(Set.of("shared", "only_main"), live());
        assertEquals(3, history.log("main", 99).size());
        assertEquals(3, history.log("x", 99).size());
        assertEquals(history.resolve("main~1"), history.resolve("x~1"));
        assertEquals(List.of(history.resolve("x~1")), history.mergeBases("main", "x"));
    }

    @Test
    void aDetachedHeadCommitsOnNoBranchAndItsCommitsStay() throws Exception {
        String start = history.resolve("HEAD");
        take(story.operation("checkout", details().put("since", story.last()).put("sha", start))
                .end());
        story.on("HEAD");
        take(story.create("nowhere"));
        String lost = history.resolve("HEAD");
        long since = story.last();
        story.remove("nowhere");
        checkout("main", since);

        assertEquals(start, history.resolve("main"));
        assertEquals(start, history.resolve(lost + "~1"));
        assertEquals(Set.of("shared", "nowhere"), tables(lost));
        assertEquals(List.of(new Ref("main", start)), history.branches());
        try (var git = new FileRepositoryBuilder()
                .setGitDir(repository.gitDirectory().toFile())
                .build()) {
            assertEquals(lost, git.resolve("refs/pggit/kept/" + lost).name());
        }
    }

    @Test
    void aBranchThatGitHoldsLockedForAMomentIsShownAtItsNewCommit() throws Exception {
        Path lock = repository.gitDirectory().resolve("refs/heads/main.lock");
        Files.createFile(lock);
        CompletableFuture<Boolean> freed = CompletableFuture.supplyAsync(
                () -> lock.toFile().delete(), CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        take(story.create("while_locked"));

        assertTrue(freed.get());
        try (var shown = new FileRepositoryBuilder()
                .setGitDir(repository.gitDirectory().toFile())
                .build()) {
            assertEquals(
                    history.resolve("main"), shown.resolve("refs/heads/main").name());
        }
    }

    @Test
    void aDeletedBranchLeavesItsCommitsAndItsNameIsFree() throws Exception {
        branch("x");
        checkout("x", story.last());
        take(story.create("only_x"));
        String tip = history.resolve("x");
        long since = story.last();
        story.remove("only_x");
        checkout("main", since);
        take(story.operation("delete_branch", details().put("name", "x").put("sha", tip))
                .end());

        assertThrows(RevisionException.class, () -> history.resolve("x"));
        assertEquals(Set.of("shared", "only_x"), tables(tip));
        String again = branch("x/y");
        assertEquals(again, history.resolve("x/y"));
        try (var git = new FileRepositoryBuilder()
                .setGitDir(repository.gitDirectory().toFile())
                .build()) {
            assertEquals(again, git.resolve("refs/heads/x/y").name());
            assertEquals(tip, git.resolve("refs/pggit/kept/" + tip).name());
        }
    }

    @Test
    void aBranchMadeAtAnOldCommitOfItsOwnNameHasItsOwnLine() {
        branch("x");
        checkout("x", story.last());
        take(story.create("one"));
        String old = history.resolve("x");
        take(story.create("two"));
        long since = story.last();
        story.remove("one").remove("two");
        checkout("main", since);
        take(story.operation("delete_branch", details().put("name", "x").put("sha", ""))
                .end());
        take(story.operation("create_branch", details().put("name", "x").put("start", old))
                .end());
        take(story.on("x").create("three"));

        assertEquals(old, history.resolve("x~1"));
        assertEquals(Set.of("shared", "one", "three"), tables("x"));
    }

    @Test
    void tagsAreRevisionsAndStayWhereTheyAre() {
        String sha = history.resolve("HEAD");
        take(story.operation("tag", details().put("name", "v1").put("sha", sha)).end());
        take(story.create("later"));

        assertEquals(sha, history.resolve("v1"));
        assertEquals(List.of(new Ref("v1", sha)), history.tags());
        take(story.operation("delete_tag", details().put("name", "v1")).end());
        assertThrows(RevisionException.class, () -> history.resolve("v1"));
    }

    @Test
    void aMergeHasTwoParents() {
        branch("x");
        checkout("x", story.last());
        take(story.create("only_x"));
        String source = history.resolve("x");
        long since = story.last();
        story.remove("only_x");
        checkout("main", since);
        String target = history.resolve("main");
        since = story.last();
        take(story.make("only_x")
                .operation(
                        "merge",
                        details()
                                .put("since", since)
                                .put("target", "main")
                                .put("source_sha", source)
                                .put("message", "Merge x"))
                .end());

        CommitEntry merge = history.log("main", 1).get(0);
        assertEquals(List.of(target, source), merge.parents());
        assertEquals(CommitKind.MERGE, merge.kind());
        assertEquals(target, history.resolve("main~1"));
        assertEquals(source, history.resolve("main^2"));
        assertEquals(Set.of("shared", "only_x"), tables("main"));
    }

    @Test
    void questionsCountInWhatIsNotCommittedYetAndTheIdsAreFinal() {
        String before = history.resolve("HEAD");
        AuditTransaction open = story.make("closed")
                .operation("commit", details().put("message", "named"))
                .make("unclosed")
                .end();

        List<String> closed = repository.including(
                open.rows(), Fold.Unclosed.LEFT_OPEN, h -> List.of(h.resolve("HEAD"), h.resolve("HEAD~1")));
        List<String> all = repository.including(open.rows(), Fold.Unclosed.COMMITTED, h -> {
            assertEquals(3, h.facts("HEAD").size());
            return h.log("HEAD", 2).stream().map(CommitEntry::sha).toList();
        });

        assertEquals(before, closed.get(1));
        assertEquals(before, history.resolve("HEAD"), "nothing may be left");
        take(open);
        assertEquals(all.get(0), history.resolve("HEAD"));
        assertEquals(closed.get(0), history.resolve("HEAD~1"));
        assertEquals(all.get(1), closed.get(0));
    }

    @Test
    void aCopyBeginsAnew() {
        String old = history.resolve("HEAD");
        take(story.operation("init", details().put("afresh", true)).end());
        take(story.snapshot());

        assertEquals(1, history.log("HEAD", 99).size());
        assertThrows(RevisionException.class, () -> history.resolve(old));
        assertEquals(Set.of("shared"), tables("main"));
    }

    @Test
    void aReplayGivesTheSameIdsAndTheSameHead() {
        aMergeHasTwoParents();
        branch("y");
        checkout("y", story.last());
        take(story.create("more"));
        take(story.operation("tag", details().put("name", "t").put("sha", history.resolve("x")))
                .end());
        List<Ref> branches = history.branches();
        Head head = history.head().orElseThrow();

        repository.rebuild();

        assertEquals(branches, history.branches());
        assertEquals(head, history.head().orElseThrow());
        assertEquals(history.resolve("x"), history.resolve("t"));
        assertTrue(history.log("HEAD", 99).size() > 4);
    }
}
