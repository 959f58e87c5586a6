package io.pggit.kafka;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.event.DdlCommand;
import io.pggit.runtime.journal.DatabaseIdentity;
import io.pggit.runtime.journal.JournalEntry;
import java.util.List;
import java.util.UUID;

/**
 * A DDL command with its place in a journal: all that an event is made of.
 *
 * @param database where it ran
 * @param incarnation of the journal
 * @param transactionIndex the journal's number of its transaction
 * @param transaction its transaction
 * @param number its own number, counted over the whole journal
 * @param count how many commands its transaction has
 * @param command what it did
 */
record NumberedCommand(
        DatabaseIdentity database,
        UUID incarnation,
        long transactionIndex,
        AuditTransaction transaction,
        long number,
        int count,
        DdlCommand command) {
    /** All commands of one transaction, baselines among them. */
    static List<NumberedCommand> of(DatabaseIdentity database, UUID incarnation, JournalEntry entry) {
        List<DdlCommand> commands = DdlCommand.of(entry.transaction());
        return commands.stream()
                .map(command -> new NumberedCommand(
                        database,
                        incarnation,
                        entry.index(),
                        entry.transaction(),
                        entry.firstCommand() + command.ordinal(),
                        commands.size(),
                        command))
                .toList();
    }

    /** Whether the transaction has no command after this one. */
    boolean endsTransaction() {
        return command.ordinal() == count - 1;
    }
}
