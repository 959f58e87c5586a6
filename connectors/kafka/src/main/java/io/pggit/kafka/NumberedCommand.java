package io.pggit.kafka;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.event.CommandReader;
import io.pggit.core.event.DdlCommand;
import io.pggit.runtime.journal.DatabaseIdentity;
import io.pggit.runtime.journal.JournalEntry;
import java.util.Iterator;
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
    /** The commands of one transaction, in order, baselines among them: of those only the first row. */
    static Iterator<NumberedCommand> in(JournalEntry entry, DatabaseIdentity database, UUID incarnation) {
        AuditTransaction transaction = entry.transaction();
        CommandReader commands =
                CommandReader.of(new BaselineHeads(transaction.rows().iterator()));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return commands.hasNext();
            }

            @Override
            public NumberedCommand next() {
                DdlCommand command = commands.next();
                return new NumberedCommand(
                        database,
                        incarnation,
                        entry.index(),
                        transaction,
                        entry.firstCommand() + command.ordinal(),
                        entry.commands(),
                        command);
            }
        };
    }

    /** Whether the transaction has no command after this one. */
    boolean endsTransaction() {
        return command.ordinal() == count - 1;
    }
}
