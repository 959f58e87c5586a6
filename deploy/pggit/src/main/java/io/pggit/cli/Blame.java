package io.pggit.cli;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/**
 * Who last touched each line of a definition: versions are added oldest first, and a line keeps its change as long as no later
 * version replaces it.
 *
 * @param <C> what a change is known by
 */
final class Blame<C> {
    /**
     * One line.
     *
     * @param change the one that wrote it
     */
    record Line<C>(C change, String text) {}

    private String version = "";
    private List<Line<C>> lines = List.of();

    /** The object after {@code change}; an empty text for one that dropped it. */
    void add(C change, String definition) {
        List<Line<C>> next = new ArrayList<>();
        List<String> texts = definition.lines().toList();
        int before = 0;
        for (Edit edit : new DefinitionDiff(version, definition).edits()) {
            next.addAll(lines.subList(before, edit.getBeginA()));
            texts.subList(edit.getBeginB(), edit.getEndB()).forEach(text -> next.add(new Line<>(change, text)));
            before = edit.getEndA();
        }
        next.addAll(lines.subList(before, lines.size()));
        version = definition;
        lines = List.copyOf(next);
    }

    /** The newest version. */
    List<Line<C>> lines() {
        return lines;
    }
}
