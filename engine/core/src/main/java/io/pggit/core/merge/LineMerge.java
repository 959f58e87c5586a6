package io.pggit.core.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges texts by line as diff3 does (Khanna, Kunal, Pierce: "A Formal Investigation of Diff3", 2007). Changes of both
 * sides must have an unchanged line between them, else there is no merge.
 */
final class LineMerge {
    /** Most pairs of lines compared; longer texts are not merged. */
    private static final int LIMIT = 4_000_000;

    private LineMerge() {}

    /** Merges; empty when changes meet. */
    static Optional<String> of(String base, String ours, String theirs) {
        List<String> lines = lines(base);
        Optional<List<Hunk>> our = hunks(lines, lines(ours));
        Optional<List<Hunk>> their = hunks(lines, lines(theirs));
        return our.isEmpty() || their.isEmpty() ? Optional.empty() : merge(lines, our.get(), their.get());
    }

    /** Lines from {@code from} to before {@code to} of the base become others. */
    private record Hunk(int from, int to, List<String> lines) {
        boolean meets(Hunk other) {
            return from <= other.to && other.from <= to;
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)"));
    }

    private static Optional<String> merge(List<String> base, List<Hunk> ours, List<Hunk> theirs) {
        List<Hunk> all = new ArrayList<>(ours);
        for (Hunk hunk : theirs) {
            if (ours.contains(hunk)) {
                continue;
            }
            if (ours.stream().anyMatch(hunk::meets)) {
                return Optional.empty();
            }
            all.add(hunk);
        }
        all.sort((one, other) -> Integer.compare(one.from, other.from));
        StringBuilder merged = new StringBuilder();
        int at = 0;
        for (Hunk hunk : all) {
            base.subList(at, hunk.from).forEach(merged::append);
            hunk.lines.forEach(merged::append);
            at = hunk.to;
        }
        base.subList(at, base.size()).forEach(merged::append);
        return Optional.of(merged.toString());
    }

    private static Optional<List<Hunk>> hunks(List<String> base, List<String> side) {
        if ((long) base.size() * side.size() > LIMIT) {
            return Optional.empty();
        }
        int[][] common = commonLengths(base, side);
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < base.size() || j < side.size()) {
            int fromBase = i;
            int fromSide = j;
            while (i < base.size() && j < side.size()
                    ? !base.get(i).equals(side.get(j))
                    : i + j < base.size() + side.size()) {
                if (j >= side.size() || i < base.size() && common[i + 1][j] >= common[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            if (i > fromBase || j > fromSide) {
                hunks.add(new Hunk(fromBase, i, List.copyOf(side.subList(fromSide, j))));
            }
            while (i < base.size() && j < side.size() && base.get(i).equals(side.get(j))) {
                i++;
                j++;
            }
        }
        return Optional.of(hunks);
    }

    /** Lengths of the longest common subsequences of what follows. */
    private static int[][] commonLengths(List<String> base, List<String> side) {
        int[][] lengths = new int[base.size() + 1][side.size() + 1];
        for (int i = base.size() - 1; i >= 0; i--) {
            for (int j = side.size() - 1; j >= 0; j--) {
                lengths[i][j] = base.get(i).equals(side.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }
}
