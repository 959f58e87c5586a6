package io.pggit.core.labels;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Labels of an enum that got other names. PostgreSQL tells two labels of two lists apart by nothing but their spelling and their
 * place, so place decides: between two neighbours that both lists have, as many labels of the one list alone as of the other count
 * as the same ones. Rows could not be taken over by the text of such a label anyway.
 */
public final class RenamedLabels {
    private RenamedLabels() {}

    /**
     * New labels by old ones; none where the labels that both lists have are not in the same order, or where it cannot be told
     * which became which.
     */
    public static SortedMap<String, String> between(List<String> before, List<String> after) {
        List<String> kept = before.stream().filter(after::contains).toList();
        SortedMap<String, String> renamed = new TreeMap<>();
        if (!kept.equals(after.stream().filter(before::contains).toList())) {
            return renamed;
        }
        List<String> olds = before;
        List<String> news = after;
        for (String neighbour : kept) {
            pair(olds.subList(0, olds.indexOf(neighbour)), news.subList(0, news.indexOf(neighbour)), renamed);
            olds = olds.subList(olds.indexOf(neighbour) + 1, olds.size());
            news = news.subList(news.indexOf(neighbour) + 1, news.size());
        }
        pair(olds, news, renamed);
        return renamed;
    }

    private static void pair(List<String> olds, List<String> news, SortedMap<String, String> renamed) {
        for (int i = 0; olds.size() == news.size() && i < olds.size(); i++) {
            renamed.put(olds.get(i), news.get(i));
        }
    }
}
