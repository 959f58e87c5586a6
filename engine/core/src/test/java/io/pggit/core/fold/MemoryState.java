package io.pggit.core.fold;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A state in memory that takes in what a fold makes. */
final class MemoryState implements FoldState {
    final Map<ObjectKey, TrackedObject> objects = new HashMap<>();
    final Map<String, TreeMap<ObjectId, Facts>> trees = new HashMap<>();

    List<CommitDraft> take(AuditTransaction transaction) {
        Folded folded = Fold.fold(this, transaction);
        folded.lineage().forEach((key, object) -> {
            objects.remove(key);
            object.ifPresent(present -> objects.put(key, present));
        });
        for (CommitDraft draft : folded.commits()) {
            TreeMap<ObjectId, Facts> tree = trees.computeIfAbsent(draft.branch(), name -> new TreeMap<>());
            draft.tree().forEach((id, facts) -> {
                tree.remove(id);
                facts.ifPresent(present -> tree.put(id, present));
            });
        }
        return folded.commits();
    }

    TreeMap<ObjectId, Facts> main() {
        return trees.get("main");
    }

    @Override
    public Optional<TrackedObject> object(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public Optional<ObjectKey> holder(ObjectId id) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<ObjectKey> owner(ObjectKey part) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getValue().parts().members().values().stream()
                        .anyMatch(members -> members.containsValue(part)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public boolean hasCommits(String branch) {
        return trees.containsKey(branch);
    }

    @Override
    public Optional<Facts> recorded(String branch, ObjectId id) {
        return Optional.ofNullable(trees.getOrDefault(branch, new TreeMap<>()).get(id));
    }
}
