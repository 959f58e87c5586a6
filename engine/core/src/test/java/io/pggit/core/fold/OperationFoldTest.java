package io.pggit.core.fold;

import static io.pggit.core.Rows.dropped;
import static io.pggit.core.Rows.facts;
import static io.pggit.core.Rows.object;
import static io.pggit.core.Rows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.Rows;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.ObjectState;
import io.pggit.core.audit.Parts;
import io.pggit.core.event.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationFoldTest {
    private static final String SHA = "0123456789012345678901234567890123456789";

    private final MemoryState state = new MemoryState();
    private final Rows rows = new Rows();

    @BeforeEach
    void aTableOnMain() {
        state.take(rows.command("CREATE TABLE", one("1")).commit());
    }

    private static ObjectState one(String value) {
        return object(1, table("a"), facts("n", value), Parts.NONE);
    }

    private static ObjectState other(long oid) {
        return object(oid, table("b"), facts("n", "2"), Parts.NONE);
    }

    @Test
    void statementsOfACheckoutChangeTheLiveSchemaAndAreNoCommit() {
        long since = rows.last();
        rows.drop("DROP TABLE", dropped(1, 0, "table", "public.a")).command("DROP TABLE");
        rows.command("CREATE TABLE", other(2));
        rows.operation("checkout", "{\"since\": " + since + ", \"branch\": \"x\", \"sha\": \"" + SHA + "\"}");

        Folded folded = Fold.fold(state, rows.commit());

        assertEquals(List.of(), folded.commits());
        assertEquals(
                Set.of(Rows.relation(1), Rows.relation(2)), folded.lineage().keySet());
        RefChange moved = assertInstanceOf(RefChange.class, folded.effects().get(0));
        assertEquals(new Operation.CheckedOut(since, Optional.of("x"), SHA), moved.operation());
    }

    @Test
    void statementsOfACheckoutThatWasNeverCompletedAreOrdinary() {
        rows.command("CREATE TABLE", other(2));

        assertEquals("CREATE TABLE public.b", state.take(rows.commit()).get(0).summary());
    }

    @Test
    void statementsAfterACheckoutAreCommittedWhereHeadIsThen() {
        rows.operation("checkout", "{\"since\": 1, \"branch\": \"x\", \"sha\": \"" + SHA + "\"}");
        rows.branch = "x";
        rows.command("CREATE TABLE", other(2));

        List<CommitDraft> commits = state.take(rows.commit());

        assertEquals(List.of("x"), commits.stream().map(CommitDraft::branch).toList());
    }

    @Test
    void aNamedCommitTakesWhatWasDoneSoFarAndLaterStatementsMakeAnother() {
        rows.command("CREATE TABLE", other(2));
        rows.command("ALTER TABLE", one("2"));
        rows.operation("commit", "{\"message\": \"Both\\nat once\", \"author\": \"Bo <b>\"}");
        rows.command("ALTER TABLE", one("3"));

        List<CommitDraft> commits = state.take(rows.commit());

        assertEquals(2, commits.size());
        CommitDraft named = commits.get(0);
        assertEquals(CommitKind.NAMED, named.kind());
        assertEquals("Both\nat once", named.summary());
        assertEquals("Bo <b>", named.author());
        assertEquals("Bo \\u003cb\\u003e", named.person());
        assertTrue(named.message().startsWith("Both\n\n    at once\n"), named.message());
        assertTrue(named.message().contains("Audit-Seq: 2-4\n"), named.message());
        assertEquals(Set.of(table("a"), table("b")), named.tree().keySet());
        assertEquals(CommitKind.AUTO, commits.get(1).kind());
        assertEquals(Set.of(table("a")), commits.get(1).tree().keySet());
    }

    @Test
    void aNamedCommitIsTheSameBeforeAndAfterTheEndOfItsTransaction() {
        rows.command("CREATE TABLE", other(2));
        rows.operation("commit", "{\"message\": \"m\"}");
        rows.command("ALTER TABLE", one("3"));
        AuditTransaction transaction = rows.commit();

        Folded open = Fold.fold(state, transaction, Fold.Unclosed.LEFT_OPEN);
        Folded complete = Fold.fold(state, transaction);

        assertEquals(1, open.commits().size());
        assertEquals(2, complete.commits().size());
        assertEquals(open.commits().get(0), complete.commits().get(0));
        assertEquals(open.lineage(), complete.lineage());
    }

    @Test
    void aNamedCommitMayBeEmptyAndItsMessageToo() {
        rows.operation("commit", "{\"message\": \"\"}");

        CommitDraft commit = state.take(rows.commit()).get(0);

        assertEquals("", commit.summary());
        assertEquals("ann", commit.author());
        assertTrue(commit.tree().isEmpty());
        assertTrue(commit.message().startsWith("Commit without a message\n\nXid: "), commit.message());
    }

    @Test
    void statementsOfAMergeAreItsCommitAndItHasASecondParent() {
        long since = rows.last();
        rows.command("CREATE TABLE", other(2));
        rows.operation(
                "merge",
                "{\"since\": " + since + ", \"target\": \"main\", \"source_sha\": \"" + SHA
                        + "\", \"message\": \"Merge x\"}");

        List<CommitDraft> commits = state.take(rows.commit());

        assertEquals(1, commits.size());
        assertEquals(CommitKind.MERGE, commits.get(0).kind());
        assertEquals(Optional.of(SHA), commits.get(0).merged());
        assertEquals(Set.of(table("b")), commits.get(0).tree().keySet());
    }

    @Test
    void aMergeIntoABranchThatIsNotLiveBringsItsTree() {
        rows.operation(
                "merge",
                "{\"since\": 0, \"target\": \"main\", \"source_sha\": \"" + SHA + "\", \"message\": \"m\", \"tree\": ["
                        + "{\"kind\": \"table\", \"schema\": \"public\", \"name\": \"a\", \"facts\": {\"n\": \"9\"}},"
                        + "{\"kind\": \"table\", \"schema\": \"public\", \"name\": \"c\", \"facts\": {\"n\": \"1\"}}]}");
        rows.command("CREATE TABLE", other(2));

        List<CommitDraft> commits = state.take(rows.commit());

        assertEquals(
                List.of(
                        new ObjectChange(ObjectChange.Type.ALTER, table("a"), Optional.empty()),
                        new ObjectChange(ObjectChange.Type.CREATE, table("c"), Optional.empty())),
                commits.get(0).changes());
        assertEquals(facts("n", "1"), state.objects.get(Rows.relation(1)).facts(), "the live schema stays");
        assertEquals("CREATE TABLE public.b", commits.get(1).summary());
    }

    @Test
    void aRevertIsOneCommitOfItsStatements() {
        rows.command("ALTER TABLE", one("0"));
        rows.operation("revert", "{\"since\": 0, \"message\": \"Revert it\"}");

        List<CommitDraft> commits = state.take(rows.commit());

        assertEquals(
                List.of("Revert it"), commits.stream().map(CommitDraft::summary).toList());
    }

    @Test
    void aCopyForgetsWhatWasBeforeAndBeginsWithABaseline() {
        rows.operation("init", "{\"afresh\": true}");
        rows.baseline(object(77, table("a"), facts("n", "1"), Parts.NONE));

        Folded folded = Fold.fold(state, rows.commit());

        assertEquals(new Operation.Started(true), ((RefChange) folded.effects().get(0)).operation());
        assertEquals(CommitKind.BASELINE, folded.commits().get(0).kind());
        assertEquals(Set.of(Rows.relation(77)), folded.lineage().keySet());
    }

    @Test
    void whatThisVersionDoesNotKnowIsNotedAndWhatLacksADetailIsRefused() {
        Folded folded = Fold.fold(state, rows.operation("divination", "{}").commit());

        assertEquals(List.of(), folded.commits());
        assertThrows(
                IllegalArgumentException.class,
                () -> Fold.fold(state, rows.operation("checkout", "{}").commit()));
    }
}
