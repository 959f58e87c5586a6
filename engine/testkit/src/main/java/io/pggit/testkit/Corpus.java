package io.pggit.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real input kept beside the repository, in {@code ../shared/corpus}; not everybody has it. A test that finds none
 * passes and prints how many cases it left out.
 */
public final class Corpus {
    private Corpus() {}

    /**
     * The regular files of one folder of the corpus, sorted by path.
     *
     * @param folder such as {@code real}
     * @param suffix such as {@code .sql}
     * @param expected how many cases the caller would have had; printed when the corpus is absent
     */
    public static List<Path> files(String folder, String suffix, int expected) {
        Path directory = directory().resolve(folder);
        if (!Files.isDirectory(directory)) {
            System.out.println(expected + " cases skipped: no " + folder + " corpus beside the repository");
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + directory, e);
        }
    }

    /** Where the corpus is, if it is there. */
    public static Path directory() {
        return root().resolveSibling("shared").resolve("corpus");
    }

    private static Path root() {
        String root = System.getProperty("pggit.root");
        if (root == null) {
            throw new IllegalStateException("system property pggit.root must name the repository's root");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }
}
