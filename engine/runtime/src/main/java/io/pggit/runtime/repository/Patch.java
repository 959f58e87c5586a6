package io.pggit.runtime.repository;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * The difference of two texts as {@code git diff} prints it. The paths are those people know, without the folders a
 * large folder is divided into.
 */
final class Patch {
    private Patch() {}

    static String of(String oldPath, Optional<String> before, String newPath, Optional<String> after) {
        if (before.equals(after) && oldPath.equals(newPath)) {
            return "";
        }
        StringBuilder patch = new StringBuilder("diff --git a/" + oldPath + " b/" + newPath + "\n");
        if (before.isEmpty()) {
            patch.append("new file mode 100644\n");
        } else if (after.isEmpty()) {
            patch.append("deleted file mode 100644\n");
        } else if (!oldPath.equals(newPath)) {
            patch.append("rename from ")
                    .append(oldPath)
                    .append("\nrename to ")
                    .append(newPath)
                    .append('\n');
        }
        if (!before.equals(after)) {
            patch.append("--- ").append(before.isEmpty() ? "/dev/null" : "a/" + oldPath);
            patch.append("\n+++ ")
                    .append(after.isEmpty() ? "/dev/null" : "b/" + newPath)
                    .append('\n');
            patch.append(hunks(before.orElse(""), after.orElse("")));
        }
        return patch.toString();
    }

    private static String hunks(String before, String after) {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.format(edits, old, now);
            formatter.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
