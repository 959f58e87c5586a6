package io.pggit.core.merge;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.labels.RenamedLabels;
import io.pggit.core.labels.SpelledLabels;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three trees of a merge with the same labels for the same values of enums: a label that one side renamed has its new name
 * in all of them, also where the other side spells it. Where the sides give a label different names, or one that the other
 * uses for something else, the type stays as it is, to be asked about.
 *
 * @param base the tree at the merge base
 * @param ours our side
 * @param theirs their side
 */
record Relabelled(SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs) {
    static Relabelled of(SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs) {
        Relabelled trees = new Relabelled(base, ours, theirs);
        for (ObjectId type : base.keySet()) {
            if (type.kind() == ObjectKind.TYPE) {
                trees = trees.with(type);
            }
        }
        return trees;
    }

    /** Whether labels that were not given the same names by {@link #of} were renamed after all, and it is unclear to what. */
    static boolean isQuestion(List<String> base, List<String> ours, List<String> theirs) {
        return !ours.equals(theirs)
                && !(RenamedLabels.between(base, ours).isEmpty()
                        && RenamedLabels.between(base, theirs).isEmpty());
    }

    private Relabelled with(ObjectId type) {
        ObjectId our = ours.renames().objects().getOrDefault(type, type);
        ObjectId their = theirs.renames().objects().getOrDefault(type, type);
        if (!ours.objects().containsKey(our) || !theirs.objects().containsKey(their)) {
            return this;
        }
        List<String> before = labels(base, type);
        List<String> ourLabels = labels(ours.objects(), our);
        List<String> theirLabels = labels(theirs.objects(), their);
        SortedMap<String, String> ourNew = RenamedLabels.between(before, ourLabels);
        SortedMap<String, String> theirNew = RenamedLabels.between(before, theirLabels);
        Optional<SortedMap<String, String>> all = joined(ourNew, theirNew);
        if (all.isEmpty() || taken(ourNew, theirNew, theirLabels) || taken(theirNew, ourNew, ourLabels)) {
            return this;
        }
        return new Relabelled(
                SpelledLabels.in(base, type, all.get()), spelled(ours, our, theirNew), spelled(theirs, their, ourNew));
    }

    private static List<String> labels(SortedMap<ObjectId, Facts> tree, ObjectId type) {
        return Attributes.of(tree.get(type).view()).list("labels");
    }

    private static MergeSide spelled(MergeSide side, ObjectId type, SortedMap<String, String> renamed) {
        return renamed.isEmpty()
                ? side
                : new MergeSide(SpelledLabels.in(side.objects(), type, renamed), side.renames());
    }

    /** What both renamed; empty when that is nothing, or they do not agree. */
    private static Optional<SortedMap<String, String>> joined(
            SortedMap<String, String> one, SortedMap<String, String> other) {
        TreeMap<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        Set<String> names = new HashSet<>(all.values());
        boolean agree = names.size() == all.size()
                && one.entrySet().stream()
                        .allMatch(label -> all.get(label.getKey()).equals(label.getValue()));
        return agree && !all.isEmpty() ? Optional.of(all) : Optional.empty();
    }

    /** Whether the other side has a new name for another label. */
    private static boolean taken(
            SortedMap<String, String> renamed, SortedMap<String, String> other, List<String> labels) {
        return renamed.entrySet().stream()
                .anyMatch(label ->
                        labels.contains(label.getValue()) && !label.getValue().equals(other.get(label.getKey())));
    }
}
