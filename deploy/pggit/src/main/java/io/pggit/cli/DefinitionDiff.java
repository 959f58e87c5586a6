package io.pggit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What changed between two definitions of an object. A definition has a column on each line, so lines are what people look for. */
final class DefinitionDiff {
    private final RawText before;
    private final RawText after;

    DefinitionDiff(String before, String after) {
        this.before = raw(before);
        this.after = raw(after);
    }

    private static RawText raw(String text) {
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return new RawText(ended.getBytes(StandardCharsets.UTF_8));
    }

    /** Hunks of a unified diff with three lines of context; empty when nothing changed. */
    String hunks() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after), before, after);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
