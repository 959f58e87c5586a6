package io.pggit.core.fold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.DroppedObject;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import io.pggit.core.audit.Parts;
import io.pggit.core.event.DdlCommand;
import io.pggit.core.facts.Facts;
import java.util.ArrayList;
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
 */
public final class Fold {
    private final WorkingState state;
    private final Map<String, BranchChanges> branches = new LinkedHashMap<>();

    private Fold(FoldState base) {
        state = new WorkingState(base);
    }

    /** Folds one transaction into {@code base}, which stays as it is. */
    public static Folded fold(FoldState base, AuditTransaction transaction) {
        Fold fold = new Fold(base);
        DdlCommand.of(transaction).forEach(fold::read);
        List<CommitDraft> commits = new ArrayList<>();
        fold.branches.forEach((branch, changes) -> {
            changes.settle();
            boolean root = changes.commands.stream().anyMatch(DdlCommand::isBaseline) && !base.hasCommits(branch);
            if (root || !changes.isEmpty()) {
                commits.add(CommitText.draft(branch, transaction, changes));
            }
        });
        return new Folded(commits, fold.state.changed());
    }

    private void read(DdlCommand command) {
        BranchChanges changes = branches.computeIfAbsent(command.branch(), branch -> new BranchChanges());
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
