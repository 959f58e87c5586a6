package io.pggit.core.event;

import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.DroppedObject;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.ObjectState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One DDL command: the audit rows up to and including the {@code ddl_command_end} row that closes it. What a comparison
 * found, and what a function of pgGit did, is a command of one row. All baseline rows that follow each other are one
 * command.
 *
 * @param ordinal order within the transaction, from 0
 * @param rows at least one, ascending by seq
 */
public record DdlCommand(int ordinal, List<AuditRow> rows) {
    public DdlCommand {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("command " + ordinal + " has no audit rows");
        }
    }

    /** Whether {@code row} is of another command than the one that began with {@code first} and is still open. */
    static boolean parts(AuditEvent first, AuditEvent row) {
        return row == AuditEvent.OPERATION || (row == AuditEvent.BASELINE) != (first == AuditEvent.BASELINE);
    }

    /** Whether a row is the last of its command. */
    static boolean closes(AuditEvent row) {
        return row == AuditEvent.DDL_COMMAND_END || row == AuditEvent.RECONCILE || row == AuditEvent.OPERATION;
    }

    /** The row that says most about the command: its last. */
    public AuditRow closing() {
        return rows.get(rows.size() - 1);
    }

    /** The command tag, such as {@code ALTER TABLE}. */
    public String tag() {
        return closing().commandTag();
    }

    /** What the command does. */
    public ChangeKind kind() {
        return ChangeKind.ofTag(tag());
    }

    /** Whether these are the rows of a baseline. */
    public boolean isBaseline() {
        return closing().event() == AuditEvent.BASELINE;
    }

    /** What a function of pgGit did; empty for a command of somebody's. */
    public Optional<Operation> operation() {
        return closing().event() == AuditEvent.OPERATION ? Optional.of(Operation.of(closing())) : Optional.empty();
    }

    /** The branch the command belongs to. */
    public String branch() {
        return closing().branch();
    }

    /** The exact statement; may hold secrets, so it is never logged. */
    public Optional<String> statement() {
        return closing().statement();
    }

    /** What was found, or lost of this command, in the order recorded. */
    public List<Finding> findings() {
        return rows.stream().flatMap(row -> row.evidence().finding().stream()).toList();
    }

    /** What the command left, in the order recorded. */
    public List<ObjectState> objects() {
        return rows.stream().flatMap(row -> row.objects().stream()).toList();
    }

    /** What the command dropped, in the order recorded. */
    public List<DroppedObject> dropped() {
        return rows.stream().flatMap(row -> row.dropped().stream()).toList();
    }

    /** Whether the command reports any object at all; {@code CREATE … IF NOT EXISTS} may report none. */
    public boolean touchesObjects() {
        return rows.stream()
                .anyMatch(row -> !row.objects().isEmpty() || !row.dropped().isEmpty());
    }

    /**
     * The object to name the command after, as PostgreSQL prints it: the first of the kind its tag names, else the first it
     * named, else the first it changed in passing; empty when it reports none. So a table comes before the sequence that its
     * serial column brought along. A drop is named after what is gone, not after what lost it.
     */
    public Optional<String> identity() {
        Stream<String> ofItsKind = objects().stream()
                .filter(object -> object.cause() == ObjectState.Cause.DIRECT)
                .filter(object -> (tag() + " ").contains(" " + object.type().toUpperCase(Locale.ROOT) + " "))
                .map(ObjectState::identity);
        Stream<String> named = Stream.concat(
                objects().stream()
                        .filter(object -> object.cause() == ObjectState.Cause.DIRECT)
                        .map(ObjectState::identity),
                dropped().stream()
                        .filter(object -> object.cause() == ObjectState.Cause.DIRECT)
                        .map(DroppedObject::identity));
        Stream<String> others = Stream.concat(
                objects().stream().map(ObjectState::identity),
                dropped().stream().map(DroppedObject::identity));
        Stream<String> first = kind() == ChangeKind.DROP
                ? dropped().stream()
                        .filter(object -> object.cause() == ObjectState.Cause.DIRECT)
                        .map(DroppedObject::identity)
                : Stream.empty();
        return Stream.of(first, ofItsKind, named, others)
                .flatMap(names -> names)
                .findFirst();
    }
}
