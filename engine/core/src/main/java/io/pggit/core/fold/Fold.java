package io.pggit.core.fold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.DroppedObject;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import io.pggit.core.audit.Parts;
import io.pggit.core.event.CommandReader;
import io.pggit.core.event.DdlCommand;
import io.pggit.core.event.Operation;
import io.pggit.core.facts.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns audit rows into commits. The same rows over the same state always give the same commits; nothing but the rows
 * decides. Objects are followed by PostgreSQL's own keys, so that a rename is one change and never a drop and a create.
 *
 * <p>A transaction gives a commit per branch it changed, in the order in which its commands first name them. Without a
 * change there is no commit, except for a baseline, which is the root of a branch even if there was nothing to describe.
 *
 * <p>What functions of pgGit did comes first, in its order: a named commit takes what its branch's commands did so far; the
 * statements of a merge or a revert are that commit's; those of a checkout are no commit's at all.
 */
public final class Fold {
    /** What becomes of statements at the end of a transaction that no operation made a commit of. */
    public enum Unclosed {
        /** A commit each branch: the transaction is complete. */
        COMMITTED,
        /** Nothing yet: the transaction is still open. */
        LEFT_OPEN
    }

    private final AuditTransaction transaction;
    private FoldState base;
    private WorkingState state;
    private final Map<String, BranchChanges> branches = new LinkedHashMap<>();
    /** What operations claimed, by the number of their row. */
    private final Map<Long, BranchChanges> claimed = new HashMap<>();

    private final List<Effect> effects = new ArrayList<>();

    private Fold(FoldState base, AuditTransaction transaction) {
        this.base = base;
        this.transaction = transaction;
        state = new WorkingState(base);
    }

    /** Folds one transaction into {@code base}, which stays as it is. */
    public static Folded fold(FoldState base, AuditTransaction transaction) {
        return fold(base, transaction, Unclosed.COMMITTED);
    }

    /** Folds one transaction, which may still be open, into {@code base}, which stays as it is. */
    public static Folded fold(FoldState base, AuditTransaction transaction, Unclosed unclosed) {
        Fold fold = new Fold(base, transaction);
        List<Claim> claims = Claim.in(transaction);
        for (CommandReader commands = CommandReader.of(transaction); commands.hasNext(); ) {
            DdlCommand command = commands.next();
            Optional<Operation> operation = command.operation();
            if (operation.isPresent()) {
                fold.apply(operation.get(), command);
            } else {
                fold.read(command, fold.changes(command, claims));
            }
        }
        if (unclosed == Unclosed.COMMITTED) {
            fold.branches.forEach(fold::commitRest);
        }
        return new Folded(fold.effects, fold.state.changed());
    }

    private void commitRest(String branch, BranchChanges changes) {
        changes.settle();
        boolean root = changes.commands.isBaseline() && !base.hasCommits(branch);
        if (root || !changes.isEmpty()) {
            effects.add(CommitText.draft(branch, transaction, changes));
        }
    }

    /** An operation that may claim the commands before it, by the number of its row. */
    private record Claim(long seq, Operation operation) {
        static List<Claim> in(AuditTransaction transaction) {
            List<Claim> claims = new ArrayList<>();
            for (AuditRow row : transaction.rows()) {
                if (row.event() == AuditEvent.OPERATION) {
                    claims.add(new Claim(row.seq(), Operation.of(row)));
                }
            }
            return claims;
        }
    }

    /** Where to note what a command does: with the first operation after it that claims it, else with its branch. */
    private BranchChanges changes(DdlCommand command, List<Claim> claims) {
        long seq = command.closing().seq();
        for (Claim claim : claims) {
            if (claim.seq() > seq && claim.operation().claims(seq)) {
                return claimed.computeIfAbsent(claim.seq(), row -> new BranchChanges());
            }
        }
        return branches.computeIfAbsent(command.branch(), branch -> new BranchChanges());
    }

    private void apply(Operation operation, DdlCommand command) {
        BranchChanges mine =
                Optional.ofNullable(claimed.remove(command.closing().seq())).orElseGet(BranchChanges::new);
        if (operation instanceof Operation.Committed named) {
            BranchChanges made =
                    Optional.ofNullable(branches.remove(command.branch())).orElse(mine);
            draft(command.branch(), made, command, words(named.message(), named.author()));
        } else if (operation instanceof Operation.Reverted revert) {
            draft(command.branch(), mine, command, words(revert.message(), Optional.empty()));
        } else if (operation instanceof Operation.Merged merge) {
            merge.tree().ifPresent(tree -> mine.take(tree, id -> base.recorded(merge.target(), id)));
            draft(
                    merge.target(),
                    mine,
                    command,
                    new CommitText.Words(
                            CommitKind.MERGE, merge.message(), Optional.empty(), Optional.of(merge.sourceSha())));
        } else {
            if (operation instanceof Operation.Started started && started.afresh()) {
                forget();
            }
            effects.add(new RefChange(operation, command.closing().clocks().recorded()));
        }
    }

    private static CommitText.Words words(String message, Optional<String> author) {
        return new CommitText.Words(CommitKind.NAMED, message, author, Optional.empty());
    }

    private void forget() {
        base = FoldState.EMPTY;
        state = new WorkingState(base);
        branches.clear();
        effects.clear();
    }

    private void draft(String branch, BranchChanges changes, DdlCommand command, CommitText.Words words) {
        changes.commands.add(command);
        changes.settle();
        effects.add(CommitText.draft(branch, transaction, changes, words));
    }

    private void read(DdlCommand command, BranchChanges changes) {
        changes.commands.add(command);
        boolean explained = false;
        for (var row : command.rows()) {
            explained |= drop(row.dropped(), changes);
            for (ObjectState object : row.objects()) {
                explained |= describe(object, changes);
            }
        }
        if (!explained) {
            command.dropped().stream()
                    .filter(object -> object.cause() != ObjectState.Cause.IMPLIED)
                    .forEach(object -> unmodelled(object.type(), object.identity(), object.cause(), changes));
        }
    }

    private boolean describe(ObjectState object, BranchChanges changes) {
        if (object.described().isEmpty()) {
            unmodelled(object.type(), object.identity(), object.cause(), changes);
            return false;
        }
        ObjectState.Described described = object.described().get();
        // a holder of this name that PostgreSQL no longer knows: its drop was never recorded
        state.holder(described.id())
                .filter(key -> !key.equals(object.key()))
                .ifPresent(stale -> remove(stale, changes));
        put(object.key(), new TrackedObject(described.id(), described.facts(), described.parts()), changes);
        return true;
    }

    private static void unmodelled(String type, String identity, ObjectState.Cause cause, BranchChanges changes) {
        changes.unmodelled.add(type + " " + identity);
        changes.unmodelledChange |= cause != ObjectState.Cause.IMPLIED;
    }

    /** Whole objects first, so that their parts need not be taken out of them one by one. */
    private boolean drop(List<DroppedObject> dropped, BranchChanges changes) {
        boolean known = false;
        for (DroppedObject object : dropped) {
            if (object.subId() == 0 && state.object(object.key()).isPresent()) {
                remove(object.key(), changes);
                known = true;
            }
        }
        for (DroppedObject object : dropped) {
            ObjectKey key = object.key();
            if (object.subId() != 0) {
                Optional<TrackedObject> owner = state.object(key);
                owner.ifPresent(tracked -> put(key, withoutColumn(tracked, object.subId()), changes));
                known |= owner.isPresent();
            } else {
                Optional<ObjectKey> owner = state.owner(key);
                owner.flatMap(state::object)
                        .ifPresent(tracked -> put(owner.get(), withoutMember(tracked, key), changes));
                known |= owner.isPresent();
            }
        }
        return known;
    }

    private void put(ObjectKey key, TrackedObject object, BranchChanges changes) {
        changes.step(key, state.object(key), Optional.of(object));
        state.put(key, object);
    }

    private void remove(ObjectKey key, BranchChanges changes) {
        changes.step(key, state.object(key), Optional.empty());
        state.remove(key);
    }

    private static TrackedObject withoutColumn(TrackedObject object, int number) {
        TreeMap<String, Integer> columns = new TreeMap<>(object.parts().columns());
        ObjectNode facts = object.facts().tree();
        columns.entrySet().removeIf(column -> {
            if (column.getValue() != number) {
                return false;
            }
            for (String group : new String[] {"column", "attribute"}) {
                remove(facts, group + "s", column.getKey());
                if (facts.path(group + "_order") instanceof ArrayNode order) {
                    order.removeIf(name -> column.getKey().equals(name.textValue()));
                }
            }
            return true;
        });
        Parts parts = new Parts(columns, object.parts().members());
        return new TrackedObject(object.id(), Facts.of(facts), parts);
    }

    private static TrackedObject withoutMember(TrackedObject object, ObjectKey member) {
        TreeMap<String, SortedMap<String, ObjectKey>> members = new TreeMap<>();
        ObjectNode facts = object.facts().tree();
        object.parts().members().forEach((group, keys) -> {
            TreeMap<String, ObjectKey> kept = new TreeMap<>(keys);
            kept.entrySet().removeIf(entry -> {
                boolean dropped = entry.getValue().equals(member);
                if (dropped) {
                    remove(facts, group, entry.getKey());
                }
                return dropped;
            });
            members.put(group, kept);
        });
        Parts parts = new Parts(object.parts().columns(), members);
        return new TrackedObject(object.id(), Facts.of(facts), parts);
    }

    private static void remove(ObjectNode facts, String group, String name) {
        if (facts.path(group) instanceof ObjectNode members) {
            members.remove(name);
            if (members.isEmpty()) {
                facts.remove(group);
            }
        }
    }
}
