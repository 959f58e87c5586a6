package io.pggit.core.fold;

import static io.pggit.core.Rows.columns;
import static io.pggit.core.Rows.dropped;
import static io.pggit.core.Rows.facts;
import static io.pggit.core.Rows.object;
import static io.pggit.core.Rows.parts;
import static io.pggit.core.Rows.relation;
import static io.pggit.core.Rows.table;
import static io.pggit.core.Rows.unmodelled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.Rows;
import io.pggit.core.audit.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldTest {
    private final MemoryState state = new MemoryState();
    private final Rows rows = new Rows();

    @Test
    void aTransactionIsOneCommit() {
        rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE));
        rows.command("CREATE TABLE", object(2, table("b"), facts("n", "2"), Parts.NONE));

        List<CommitDraft> commits = state.take(rows.commit());

        assertEquals(1, commits.size());
        assertEquals("CREATE TABLE public.a (+1 more)", commits.get(0).summary());
        assertEquals(Set.of(table("a"), table("b")), state.main().keySet());
        assertEquals(Rows.START.plusSeconds(2).plusMillis(5), commits.get(0).time());
    }

    @Test
    void aTransactionThatChangesNothingIsNoCommit() {
        state.take(rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE))
                .commit());

        assertEquals(List.of(), state.take(rows.command("CREATE TABLE").commit()));
        rows.command("ALTER TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE));
        assertEquals(List.of(), state.take(rows.commit()));
        rows.command("CREATE TABLE", object(2, table("t"), facts("n", "1"), Parts.NONE));
        rows.drop("DROP TABLE", dropped(2, 0, "table", "public.t")).command("DROP TABLE");
        assertEquals(List.of(), state.take(rows.commit()));
    }

    @Test
    void aBaselineIsTheRootEvenWhenEmpty() {
        List<CommitDraft> first = state.take(rows.baseline().commit());
        List<CommitDraft> second = state.take(rows.baseline().commit());

        assertEquals("Baseline", first.get(0).summary());
        assertEquals(CommitKind.BASELINE, first.get(0).kind());
        assertEquals(List.of(), second);
    }

    @Test
    void aRenamedTableMovesAndSaysSo() {
        state.take(rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE))
                .commit());

        CommitDraft commit = state.take(rows.command("ALTER TABLE", object(1, table("b"), facts("n", "1"), Parts.NONE))
                        .commit())
                .get(0);

        assertEquals(Set.of(table("b")), state.main().keySet());
        assertEquals(
                List.of(new ObjectChange(ObjectChange.Type.ALTER, table("b"), Optional.of(table("a")))),
                commit.changes());
        assertTrue(commit.message().contains("\nRenamed: table public.a -> public.b\n"), commit.message());
    }

    @Test
    void tablesThatSwapNamesKeepTheirFacts() {
        rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE));
        rows.command("CREATE TABLE", object(2, table("b"), facts("n", "2"), Parts.NONE));
        state.take(rows.commit());

        rows.command("ALTER TABLE", object(1, table("t"), facts("n", "1"), Parts.NONE));
        rows.command("ALTER TABLE", object(2, table("a"), facts("n", "2"), Parts.NONE));
        rows.command("ALTER TABLE", object(1, table("b"), facts("n", "1"), Parts.NONE));
        CommitDraft commit = state.take(rows.commit()).get(0);

        assertEquals(Map.of(table("a"), facts("n", "2"), table("b"), facts("n", "1")), state.main());
        assertEquals(2, commit.renames().size());
    }

    @Test
    void aNameTakenByAnotherObjectIsBothARenameAndACreation() {
        state.take(rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE))
                .commit());

        rows.command("ALTER TABLE", object(1, table("old"), facts("n", "1"), Parts.NONE));
        rows.command("CREATE TABLE", object(2, table("a"), facts("n", "2"), Parts.NONE));
        CommitDraft commit = state.take(rows.commit()).get(0);

        assertEquals(Map.of(table("a"), facts("n", "2"), table("old"), facts("n", "1")), state.main());
        assertEquals(
                List.of(
                        new ObjectChange(ObjectChange.Type.CREATE, table("a"), Optional.empty()),
                        new ObjectChange(ObjectChange.Type.ALTER, table("old"), Optional.of(table("a")))),
                commit.changes());
    }

    @Test
    void anObjectMadeAnewUnderItsNameIsAltered() {
        state.take(rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE))
                .commit());

        rows.drop("DROP TABLE", dropped(1, 0, "table", "public.a")).command("DROP TABLE");
        rows.command("CREATE TABLE", object(2, table("a"), facts("n", "2"), Parts.NONE));
        CommitDraft commit = state.take(rows.commit()).get(0);

        assertEquals(
                List.of(new ObjectChange(ObjectChange.Type.ALTER, table("a"), Optional.empty())), commit.changes());
        assertEquals("DROP TABLE public.a (+1 more)", commit.summary());
        assertEquals(Set.of(relation(2)), state.objects.keySet());
    }

    @Test
    void aRenamedColumnIsKnownByItsNumber() {
        Parts before = parts(Map.of("id", 1, "email", 2), Map.of("i", 9L));
        Parts after = parts(Map.of("id", 1, "mail", 2), Map.of("j", 9L));
        state.take(rows.command("CREATE TABLE", object(1, table("a"), columns(List.of("id", "email"), "i"), before))
                .commit());

        rows.command("ALTER TABLE", object(1, table("a"), columns(List.of("id", "mail"), "j"), after));
        CommitDraft commit = state.take(rows.commit()).get(0);

        assertEquals(
                List.of(new Rename("column", table("a"), "email", "mail"), new Rename("index", table("a"), "i", "j")),
                commit.renames());
        assertTrue(commit.message().contains("\nRenamed: column public.a.email -> mail\n"), commit.message());
    }

    @Test
    void aDroppedIndexLeavesItsTable() {
        Parts parts = parts(Map.of("id", 1), Map.of("i", 9L, "j", 10L));
        state.take(rows.command("CREATE TABLE", object(1, table("a"), columns(List.of("id"), "i", "j"), parts))
                .commit());

        CommitDraft commit = state.take(rows.drop("DROP INDEX", dropped(9, 0, "index", "public.i"))
                        .command("DROP INDEX")
                        .commit())
                .get(0);

        assertEquals("DROP INDEX public.i", commit.summary());
        assertEquals(Map.of(table("a"), columns(List.of("id"), "j")), state.main());
        assertEquals(Optional.empty(), state.owner(relation(9)));
    }

    @Test
    void aLaterDescriptionCountsForMoreThanADroppedPart() {
        Parts parts = parts(Map.of("id", 1), Map.of("i", 9L));
        state.take(rows.command("CREATE TABLE", object(1, table("a"), columns(List.of("id"), "i"), parts))
                .commit());

        Parts anew = parts(Map.of("id", 1), Map.of("i", 11L));
        rows.drop("ALTER TABLE", dropped(9, 0, "index", "public.i"));
        rows.command("ALTER TABLE", object(1, table("a"), columns(List.of("id"), "i"), anew));

        assertEquals(List.of(), state.take(rows.commit()));
        assertEquals(Optional.of(relation(1)), state.owner(relation(11)));
    }

    @Test
    void aDroppedColumnLeavesATableNobodyDescribed() {
        Parts parts = parts(Map.of("id", 1, "x", 2), Map.of());
        state.take(rows.command("CREATE TABLE", object(1, table("a"), columns(List.of("id", "x")), parts))
                .commit());

        rows.drop("DROP TYPE", dropped(1, 2, "table column", "public.a.x")).command("DROP TYPE");
        state.take(rows.commit());

        assertEquals(Map.of(table("a"), columns(List.of("id"))), state.main());
    }

    @Test
    void eachBranchGetsACommitOfItsOwn() {
        rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE));
        rows.branch = "feature/x";
        rows.command("CREATE TABLE", object(2, table("b"), facts("n", "2"), Parts.NONE));
        rows.branch = "main";
        rows.command("CREATE TABLE", object(3, table("c"), facts("n", "3"), Parts.NONE));

        List<CommitDraft> commits = state.take(rows.commit());

        assertEquals(
                List.of("main", "feature/x"),
                commits.stream().map(CommitDraft::branch).toList());
        assertEquals(Set.of(table("a"), table("c")), state.main().keySet());
        assertEquals(Set.of(table("b")), state.trees.get("feature/x").keySet());
    }

    @Test
    void whatIsNotModelledIsReported() {
        CommitDraft made = state.take(rows.command("CREATE CAST", unmodelled(7, "cast", "(a AS b)"))
                        .commit())
                .get(0);
        CommitDraft gone = state.take(rows.drop("DROP CAST", dropped(77, 0, "cast", "(a AS b)"))
                        .command("DROP CAST")
                        .commit())
                .get(0);

        assertEquals("CREATE CAST (a AS b)", made.summary());
        assertTrue(made.message().endsWith("\nUnmodelled: cast (a AS b)\n"), made.message());
        assertTrue(gone.message().endsWith("\nUnmodelled: cast (a AS b)\n"), gone.message());
    }

    @Test
    void aNameWhoseHolderVanishedUnseenPassesToTheNewObject() {
        state.take(rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE))
                .commit());

        state.take(rows.command("CREATE TABLE", object(2, table("a"), facts("n", "2"), Parts.NONE))
                .commit());

        assertEquals(Set.of(relation(2)), state.objects.keySet());
        assertEquals(Map.of(table("a"), facts("n", "2")), state.main());
    }
}
