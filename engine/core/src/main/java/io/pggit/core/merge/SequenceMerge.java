package io.pggit.core.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Merges lists in which each value stands once and its place means something, such as the labels of an enum. A value one
 * side added goes behind the value it was added behind. Where both added at one place, what sorts first goes first.
 *
 * @param values the merged list
 * @param samePlace whether both sides added different values at one place
 */
record SequenceMerge(List<String> values, boolean samePlace) {
    /** Merges; empty when both sides changed the order of what was there, or added one value at two places. */
    static Optional<SequenceMerge> of(List<String> base, List<String> ours, List<String> theirs) {
        if (ours.equals(theirs) || theirs.equals(base)) {
            return Optional.of(new SequenceMerge(ours, false));
        }
        if (ours.equals(base)) {
            return Optional.of(new SequenceMerge(theirs, false));
        }
        List<String> common = new ArrayList<>(base);
        common.retainAll(ours);
        common.retainAll(theirs);
        if (!kept(ours, common).equals(common) || !kept(theirs, common).equals(common)) {
            return Optional.empty();
        }
        List<String> merged = new ArrayList<>();
        boolean samePlace = false;
        Set<String> known = new HashSet<>(base);
        for (int gap = 0; gap <= common.size(); gap++) {
            List<String> our = run(ours, common, gap, known);
            List<String> their = run(theirs, common, gap, known);
            samePlace |= !our.isEmpty() && !their.isEmpty() && !our.equals(their);
            merged.addAll(both(our, their));
            if (gap < common.size()) {
                merged.add(common.get(gap));
            }
        }
        return new HashSet<>(merged).size() == merged.size()
                ? Optional.of(new SequenceMerge(List.copyOf(merged), samePlace))
                : Optional.empty();
    }

    private static List<String> kept(List<String> list, List<String> common) {
        List<String> kept = new ArrayList<>(list);
        kept.retainAll(new HashSet<>(common));
        return kept;
    }

    /** What a list added behind the value before a gap and before the value behind it. */
    private static List<String> run(List<String> list, List<String> common, int gap, Set<String> known) {
        int from = gap == 0 ? 0 : list.indexOf(common.get(gap - 1)) + 1;
        int to = gap == common.size() ? list.size() : list.indexOf(common.get(gap));
        List<String> run = new ArrayList<>(list.subList(from, to));
        run.removeIf(known::contains);
        return run;
    }

    private static List<String> both(List<String> ours, List<String> theirs) {
        boolean oursFirst = theirs.isEmpty() || !ours.isEmpty() && ours.get(0).compareTo(theirs.get(0)) <= 0;
        LinkedHashSet<String> both = new LinkedHashSet<>(oursFirst ? ours : theirs);
        both.addAll(oursFirst ? theirs : ours);
        return List.copyOf(both);
    }
}
