package io.pggit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a commit graph, drawn as {@code git log --graph} draws them. Commits are given children before parents. A lane
 * leads to each commit that a commit above has as parent; lane n stands in column 2n.
 */
final class CommitGraph {
    /**
     * What to draw for a commit.
     *
     * @param mark before its first line
     * @param links before its next lines, or alone where it has none: they lead to its parents
     * @param rest before all further lines
     */
    record Drawing(String mark, List<String> links, String rest) {}

    /** Commits that lanes lead to, from left to right. */
    private final List<String> lanes = new ArrayList<>();

    /** Draws the next commit. */
    Drawing add(String commit, List<String> parents) {
        if (!lanes.contains(commit)) {
            lanes.add(commit);
        }
        int at = lanes.indexOf(commit);
        String mark = new Row().lanes(0, lanes.size(), 0).stroke(2 * at, '*').text();
        List<String> links = new ArrayList<>();
        if (parents.isEmpty()) {
            lanes.remove(at);
            if (at < lanes.size()) {
                links.add(new Row()
                        .lanes(0, at, 0)
                        .moving(at + 1, lanes.size() + 1, '/')
                        .text());
            }
        } else {
            lanes.set(at, parents.get(0));
            for (int i = at + 1; i < at + parents.size(); i++) {
                links.add(new Row()
                        .lanes(0, i, 0)
                        .stroke(2 * i - 1, '\\')
                        .moving(i, lanes.size(), '\\')
                        .text());
                lanes.add(i, parents.get(i - at));
            }
        }
        join(links);
        return new Drawing(
                mark, List.copyOf(links), new Row().lanes(0, lanes.size(), 0).text());
    }

    /** Lanes that lead to the same commit become one; a lane between them is crossed, one on each line. */
    private void join(List<String> links) {
        for (int lane = 1; lane < lanes.size(); lane++) {
            int target = lanes.indexOf(lanes.get(lane));
            if (target == lane) {
                continue;
            }
            for (int place = lane; place > target; place--) {
                Row row = new Row().lanes(0, lane, 0).stroke(2 * place - 1, '/');
                links.add((place == lane
                                ? row.moving(lane + 1, lanes.size(), '/')
                                : row.lanes(lane + 1, lanes.size(), -2))
                        .text());
            }
            lanes.remove(lane);
            lane--;
        }
    }

    /** One line, drawn on blanks. */
    private static final class Row {
        private char[] columns = new char[0];

        Row stroke(int column, char stroke) {
            if (column >= columns.length) {
                int drawn = columns.length;
                columns = Arrays.copyOf(columns, column + 1);
                Arrays.fill(columns, drawn, column, ' ');
            }
            columns[column] = stroke;
            return this;
        }

        Row lanes(int from, int to, int offset) {
            for (int lane = from; lane < to; lane++) {
                stroke(2 * lane + offset, '|');
            }
            return this;
        }

        /** Lanes on their way by one place: to the left by slashes, to the right by backslashes. */
        Row moving(int from, int to, char stroke) {
            for (int lane = from; lane < to; lane++) {
                stroke(2 * lane + (stroke == '/' ? -1 : 1), stroke);
            }
            return this;
        }

        String text() {
            return new String(columns) + " ";
        }
    }
}
