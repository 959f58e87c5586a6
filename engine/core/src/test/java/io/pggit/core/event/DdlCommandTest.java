package io.pggit.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.Rows;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DdlCommandTest {
    @Test
    void commandEndRowsCloseCommandsAndBaselineRowsAreOne() {
        Rows rows = new Rows();
        rows.baseline().baseline();
        rows.drop("DROP TABLE", Rows.dropped(1, 0, "table", "public.a")).command("DROP TABLE");
        rows.command("CREATE TABLE", Rows.object(2, Rows.table("b"), Rows.facts("n", "1"), Parts.NONE));
        rows.drop("DROP VIEW", Rows.dropped(3, 0, "view", "public.v"));

        AuditTransaction transaction = rows.commit();

        List<DdlCommand> commands = new ArrayList<>();
        CommandReader.of(transaction).forEachRemaining(commands::add);

        assertEquals(commands.size(), CommandCounter.count(transaction.rows()));
        assertEquals(
                List.of(0, 1, 2, 3), commands.stream().map(DdlCommand::ordinal).toList());
        assertEquals(
                List.of(2, 2, 1, 1),
                commands.stream().map(command -> command.rows().size()).toList());
        assertEquals(
                List.of(ChangeKind.BASELINE, ChangeKind.DROP, ChangeKind.CREATE, ChangeKind.DROP),
                commands.stream().map(DdlCommand::kind).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.of("public.a"), Optional.of("public.b"), Optional.of("public.v")),
                commands.stream().map(DdlCommand::identity).toList());
    }

    @Test
    void aTableComesBeforeTheSequenceOfItsSerialColumn() {
        Rows rows = new Rows();
        rows.command(
                "CREATE TABLE",
                Rows.unmodelled(1, "sequence", "public.b_id_seq"),
                Rows.object(2, Rows.table("b"), Rows.facts("n", "1"), Parts.NONE));

        DdlCommand command = CommandReader.of(rows.commit()).next();

        assertEquals(Optional.of("public.b"), command.identity());
    }
}
