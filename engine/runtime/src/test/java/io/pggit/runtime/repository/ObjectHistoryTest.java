package io.pggit.runtime.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.PartChange;
import io.pggit.core.history.ChangeSource;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.revision.Times;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectHistoryTest {
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final long USERS = 500;

    @TempDir
    Path directory;

    private final SchemaStory story = new SchemaStory(3);
    private Journal journal;
    private Repository repository;
    private History history;

    @BeforeEach
    void open() {
        journal = Journal.open(directory, METERS);
        repository = Repository.open(journal, METERS);
        history = repository.history();
        journal.append(List.of(
                story.baseline(0), // seconds after the start: 1
                story.leave(USERS, "users", columns("id", "email"), "text"), // 2
                story.leave(USERS, "users", columns("id", "email"), "integer"), // 3
                story.leave(USERS, "users", columns("id", "mail"), "integer"), // 4
                story.leave(USERS, "people", columns("id", "mail"), "integer"), // 5
                story.calledItself("Flyway").leave(USERS, "people", columns("id", "mail", "phone"), "integer"))); // 6
        repository.catchUp();
    }

    @AfterEach
    void close() {
        repository.close();
        journal.close();
    }

    private static SortedMap<Integer, String> columns(String... names) {
        TreeMap<Integer, String> columns = new TreeMap<>();
        for (String name : names) {
            columns.put(columns.size() + 1, name);
        }
        return columns;
    }

    private static ObjectId table(String name) {
        return new ObjectId(ObjectKind.TABLE, Optional.of("public"), name, Optional.empty());
    }

    private String sha(int commitsBeforeHead) {
        return history.resolve("HEAD~" + commitsBeforeHead);
    }

    @Test
    void blameFollowsNewNamesOfObjectAndColumns() {
        List<Blame> blame = history.blame(table("people"), "HEAD");

        assertEquals(
                List.of("object public.people", "column id", "column mail", "column phone"),
                blame.stream().map(line -> line.what() + " " + line.name()).toList());
        assertEquals(
                List.of(sha(0), sha(3), sha(2), sha(0)),
                blame.stream().map(line -> line.changed().sha()).toList());
        assertEquals(
                List.of(sha(4), sha(4), sha(4), sha(0)),
                blame.stream().map(line -> line.made().sha()).toList());
        assertEquals(
                List.of(Optional.of("public.users"), Optional.empty(), Optional.of("email"), Optional.empty()),
                blame.stream().map(Blame::madeAs).toList());
        assertEquals(List.of(), history.blame(table("users"), "HEAD"));
        assertEquals(3, history.blame(table("users"), "HEAD~2").size());
    }

    @Test
    void theChangesOfAnObjectAreCountedAcrossNewNames() {
        List<ObjectVersion> versions = history.versions(table("people"), "HEAD", 10);

        assertEquals(
                List.of(5L, 4L, 3L, 2L, 1L),
                versions.stream().map(ObjectVersion::version).toList());
        assertEquals(ObjectChange.Type.CREATE, versions.get(4).change().type());
        assertEquals(Optional.of(table("users")), versions.get(1).change().previous());
        assertEquals(
                List.of(new PartChange(table("people"), "column", "phone", ObjectChange.Type.CREATE, Optional.empty())),
                versions.get(0).parts());
        assertEquals(Optional.of("email"), versions.get(2).parts().get(0).previous());
        assertEquals(versions.subList(0, 2), history.versions(table("people"), "HEAD", 2));
    }

    @Test
    void aTimeNamesTheCommitThatWasLiveThen() {
        Instant now = Instant.parse("2026-01-02T03:05:09.5Z");
        History asked = history.with(new Times(Map.of(
                "now", now,
                "yesterday", Instant.parse("2026-01-01T00:00:00Z"),
                "61 seconds ago", now.minusSeconds(61),
                "04:04:07.2", Instant.parse("2026-01-02T03:04:07.2Z"))));

        assertEquals(sha(4), asked.resolve("main@{04:04:07.2}"));
        assertEquals(sha(3), asked.resolve("@{61 seconds ago}"));
        assertEquals(sha(4), asked.resolve("61 seconds ago~1"));
        assertEquals(sha(0), asked.resolve("now"));
        assertTrue(asked.object(table("users"), "61 seconds ago").isPresent());
        assertEquals(Optional.empty(), asked.object(table("users"), "now"));
        assertEquals(RevisionException.Reason.PAST_THE_FIRST_COMMIT, reason(asked, "yesterday"));
        assertEquals(RevisionException.Reason.MALFORMED, reason(asked, "main@{tea time}"));
        assertEquals(RevisionException.Reason.UNKNOWN, reason(history, "yesterday"));
        assertEquals(RevisionException.Reason.UNKNOWN, reason(asked, "nowhere@{now}"));
    }

    private static RevisionException.Reason reason(History history, String revision) {
        return assertThrows(RevisionException.class, () -> history.resolve(revision))
                .reason();
    }

    @Test
    void aCommitSaysWhereItsChangeCameFrom() {
        assertEquals(
                List.of(ChangeSource.MIGRATION_TOOL, ChangeSource.DIRECT),
                history.log("HEAD", 2).stream().map(CommitEntry::source).toList());
        assertEquals(ChangeSource.BASELINE, history.log("HEAD~5", 1).get(0).source());
    }

    @Test
    void branchesAreMergedFromWhereTheyParted() {
        journal.append(List.of(
                story.on("feature").leave(600, "more", columns("id"), "text"),
                story.leave(USERS, "people", columns("id", "address", "phone"), "integer"),
                story.on("main").leave(USERS, "people", columns("id", "mail", "phone"), "bigint")));
        repository.catchUp();

        MergeResult merge = history.merge("main", "feature", Map.of());
        List<String> bases = history.mergeBases("main", "feature");
        List<Blame> blame = history.blame(table("people"), "feature");

        assertEquals(List.of(history.resolve("main~1")), bases);
        // the log of one database is one sequence: main saw the column under its other name in between
        assertTrue(merge.merged().containsKey(table("more")), merge.toString());
        assertEquals(history.resolve("main~1"), blame.get(3).changed().sha());
    }

    @Test
    void takingBackACommitKeepsWhatCameLater() {
        MergeResult revert = history.revert("HEAD~3", "HEAD", Map.of());

        assertEquals(List.of(), revert.conflicts());
        String people = revert.merged().get(table("people")).text();
        assertTrue(people.contains("\"mail\":{\"type\":\"text\"}"), people);
        assertTrue(people.contains("\"phone\":{\"type\":\"integer\"}"), people);
    }
}
