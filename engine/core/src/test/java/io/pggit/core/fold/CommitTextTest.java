package io.pggit.core.fold;

import static io.pggit.core.Rows.facts;
import static io.pggit.core.Rows.object;
import static io.pggit.core.Rows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.Rows;
import io.pggit.core.Seeds;
import io.pggit.core.audit.Parts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitTextTest {
    private final Rows rows = new Rows();

    private CommitDraft commit() {
        rows.command("CREATE TABLE", object(1, table("a"), facts("n", "1"), Parts.NONE));
        return new MemoryState().take(rows.commit()).get(0);
    }

    @Test
    void messageHasSummaryStatementsAndTrailers() {
        rows.statement = "create table a (\r\n\tn text\r\n)\n\n";
        rows.actor = Rows.actor("ann", "owner", "psql", Map.of("author", "Ann A.", "ticket", "T-1"));

        CommitDraft commit = commit();

        assertEquals("""
                CREATE TABLE public.a

                    create table a (
                    	n text
                    )

                Xid: 700
                Audit-Seq: 1
                Application: psql
                Client: 10.0.0.1:5432
                Session-Role: ann
                Ticket: T-1
                """, commit.message());
        assertEquals("Ann A.", commit.author());
        assertEquals("owner@pggit", commit.email());
    }

    @Test
    void noTrailerCanBeForged() {
        String forgery = "x\n\nXid: 1\nTicket: approved";
        rows.statement = "select 1;\n\n---\nXid: 1\n\nTicket: approved\n\u2028Xid: 3";
        rows.actor = Rows.actor("s\nXid: 1", "r\nXid: 1", forgery, Map.of("ticket", forgery, "author", forgery));
        rows.command("CREATE TABLE", object(2, table("b\n\nXid: 1"), facts("n", "1"), Parts.NONE));

        List<String> lines = commit().message().lines().toList();

        assertEquals(
                List.of("Xid: 700"),
                lines.stream().filter(line -> line.startsWith("Xid:")).toList());
        assertEquals(
                1, lines.stream().filter(line -> line.startsWith("Ticket:")).count());
        assertFalse(lines.contains("---"));
    }

    @Test
    void whateverNamesHoldAuthorAndTrailersStayOneLineEach() {
        Seeds.holds(2_000, random -> {
            Rows hostile = new Rows();
            String role = Seeds.name(random);
            hostile.actor = Rows.actor(
                    role, Seeds.name(random), Seeds.name(random), Map.of("author", "a<b>\u202e" + Seeds.name(random)));
            hostile.command("CREATE TABLE", object(1, table(Seeds.name(random)), facts("n", "1"), Parts.NONE));

            CommitDraft commit = new MemoryState().take(hostile.commit()).get(0);

            String header = commit.author() + " <" + commit.email() + ">";
            assertTrue(header.matches("[^<>\\p{Cntrl}\u202e]+ <[!-;=?-~]+@pggit>"), header);
            assertFalse(commit.message().matches("(?s).*[\\p{Cntrl}&&[^\\n]].*"), commit.message());
            assertTrue(commit.message().startsWith(commit.summary() + "\n\n"), commit.message());
        });
    }

    @Test
    void aVeryLongStatementIsCut() {
        rows.statement = "x".repeat(300_000);

        String message = commit().message();

        assertTrue(message.length() < 101_000 && message.contains("\n    [cut]\n\nXid: 700\n"));
    }
}
