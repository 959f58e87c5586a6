package io.pggit.cli;

import java.util.Collection;
import java.util.List;

/** Which words somebody may have meant who typed another. */
final class SimilarWords {
    private static final int LETTERS_PER_SLIP = 3;

    private SimilarWords() {}

    /** Those that begin with {@code typed}, or that one slip in every three letters turns into it; in their order. */
    static List<String> of(String typed, Collection<String> words) {
        return words.stream()
                .filter(word ->
                        word.startsWith(typed) || slips(typed, word) <= Math.max(1, word.length() / LETTERS_PER_SLIP))
                .toList();
    }

    /** Letters to add, leave out, replace or swap with their neighbour: the distance of Damerau and Levenshtein. */
    private static int slips(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : least(least, from, to, i, j);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int least(int[][] least, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(least[i - 1][j - 1] + (same ? 0 : 1), Math.min(least[i - 1][j], least[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
