package io.pggit.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, without what builds leave behind. */
final class SourceTree {
    private final Path root;

    private SourceTree(Path root) {
        this.root = root;
    }

    /** The tree the build runs in; outside of a build, the nearest folder above that holds the license. */
    static SourceTree ofThisProject() {
        String told = System.getProperty("pggit.root", "");
        Path root = Path.of(told.isEmpty() ? "." : told).toAbsolutePath().normalize();
        while (!Files.exists(root.resolve("LICENSE"))) {
            root = root.getParent();
        }
        return new SourceTree(root);
    }

    /** Files whose path ends with {@code suffix}, sorted, relative to the root. */
    List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(path -> path.toString().endsWith(suffix))
                    .filter(path -> !path.toString().matches("(.*/)?(target|\\.git|\\.idea|\\.vscode)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java files of tests. */
    List<Path> tests() {
        return files(".java").stream()
                .filter(path -> path.toString().contains("src/test/"))
                .toList();
    }

    String text(Path file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists(Path file) {
        return Files.exists(root.resolve(file));
    }
}
