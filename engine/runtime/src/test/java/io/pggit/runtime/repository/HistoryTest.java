package io.pggit.runtime.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.fold.ObjectChange;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    @TempDir
    Path directory;

    private final SchemaStory story = new SchemaStory(3);
    private Journal journal;
    private Repository repository;
    private History history;
    private List<CommitEntry> log;

    @BeforeEach
    void open() {
        journal = Journal.open(directory, METERS);
        repository = Repository.open(journal, METERS);
        history = repository.history();
        journal.append(List.of(story.baseline(2), story.create("users"), story.alter(), story.drop("users")));
        repository.catchUp();
        log = history.log("HEAD", 100);
    }

    @AfterEach
    void close() {
        repository.close();
        journal.close();
    }

    @Test
    void aLogIsNewestFirstAndLinked() {
        assertEquals(
                List.of("DROP TABLE users", "ALTER TABLE public.users", "CREATE TABLE public.users", "Baseline"),
                log.stream()
                        .map(CommitEntry::summary)
                        .map(summary -> summary.startsWith("ALTER") ? "ALTER TABLE public.users" : summary)
                        .toList());
        assertEquals(List.of(log.get(1).sha()), log.get(0).parents());
        assertEquals(List.of(), log.get(3).parents());
        assertEquals(log.subList(0, 2), history.log("HEAD", 2));
        assertEquals(Optional.of(log.get(0).sha()), history.head("main"));
        assertEquals(Optional.empty(), history.head("nowhere"));
    }

    @Test
    void revisionsAreSpelledAsInGit() {
        String tip = log.get(0).sha();
        String first = log.get(3).sha();

        for (String text : List.of("HEAD", "@", "main", tip, tip.substring(0, 12), "HEAD~0", "HEAD^0")) {
            assertEquals(tip, history.resolve(text), text);
        }
        for (String text : List.of(
                "HEAD~3", "@~~~", "main^^^", "HEAD~2^", first.substring(0, 10).toUpperCase())) {
            assertEquals(first, history.resolve(text), text);
        }
    }

    @Test
    void revisionsThatNameNoCommitSayWhy() {
        assertEquals(RevisionException.Reason.PAST_THE_FIRST_COMMIT, reason("HEAD~4"));
        assertEquals(RevisionException.Reason.PAST_THE_FIRST_COMMIT, reason("HEAD^2"));
        assertEquals(RevisionException.Reason.UNKNOWN, reason("nowhere"));
        assertEquals(RevisionException.Reason.UNKNOWN, reason("0000000"));
        assertEquals(RevisionException.Reason.UNKNOWN, reason(log.get(0).sha().substring(0, 3)));
        assertEquals(RevisionException.Reason.MALFORMED, reason("HEAD~x"));
    }

    @Test
    void aPrefixOfSeveralCommitIdsIsAmbiguous() {
        journal.append(story.transactions(1_000));
        repository.catchUp();
        Set<String> prefixes = new HashSet<>();
        String shared = history.log("HEAD", 2_000).stream()
                .map(commit -> commit.sha().substring(0, 4))
                .filter(prefix -> !prefixes.add(prefix))
                .findFirst()
                .orElseThrow();

        assertEquals(RevisionException.Reason.AMBIGUOUS, reason(shared));
    }

    private RevisionException.Reason reason(String revision) {
        return assertThrows(RevisionException.class, () -> history.resolve(revision))
                .reason();
    }

    @Test
    void aCommitIsShownWithItsDdl() {
        CommitDetail created = history.show("HEAD~2");
        CommitDetail altered = history.show("HEAD~1");
        CommitDetail dropped = history.show("HEAD");

        assertEquals(ObjectChange.Type.CREATE, created.objects().get(0).change().type());
        assertEquals(Optional.empty(), created.objects().get(0).before());
        String sql = created.objects().get(0).after().orElseThrow();
        assertTrue(sql.startsWith("CREATE TABLE public.users (\n    c1 numeric(10,"), sql);
        assertTrue(
                created.patch()
                        .startsWith("diff --git a/public/tables/users.sql b/public/tables/users.sql\n"
                                + "new file mode 100644\n--- /dev/null\n+++ b/public/tables/users.sql\n@@ -0,0 +1"),
                created.patch());
        assertTrue(altered.patch().contains("\n@@ -"), altered.patch());
        assertTrue(altered.objects().get(0).before().isPresent());
        assertTrue(dropped.patch().contains("\n+++ /dev/null\n"), dropped.patch());
        assertTrue(dropped.message().contains("\nXid: "), dropped.message());
    }

    @Test
    void readersMayWaitForAPosition() throws InterruptedException {
        assertTrue(repository.awaitPosition(4, Duration.ZERO));
        assertEquals(false, repository.awaitPosition(5, Duration.ofMillis(1)));
    }

    @Test
    void factsOfEachCommitCanBeRead() {
        assertEquals(2, history.facts("HEAD~3").size());
        assertEquals(3, history.facts("HEAD~2").size());
        assertEquals(story.tree(), history.facts("HEAD"));
    }

    @Test
    void commitsDifferAsTheirFactsDo() {
        for (String from : List.of("HEAD~3", "HEAD~2", "HEAD~1", "HEAD")) {
            for (String to : List.of("HEAD~3", "HEAD~2", "HEAD~1", "HEAD")) {
                assertEquals(
                        ObjectDifference.between(history.facts(from), history.facts(to)),
                        history.differences(from, to));
            }
        }
    }
}
