package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/bin/pggit}; never lets it build, since this is the build. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of(System.getProperty("pggit.root"), "deploy", "bin", "pggit");

    @TempDir
    Path directory;

    private PggitProcess launch(Path launcher, Map<String, String> environment, String... arguments) {
        ProcessBuilder command = new ProcessBuilder(launcher.toString());
        command.command().addAll(java.util.Arrays.asList(arguments));
        command.directory(directory.toFile());
        command.environment().put("PGGIT_BUILD", "never");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().putAll(environment);
        return PggitProcess.run(directory, command);
    }

    @Test
    void itRunsFromAnywhereThroughASymbolicLink() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("a link"), LAUNCHER);

        try (PggitProcess pggit = launch(link, Map.of(), "--version")) {
            assertEquals(0, pggit.awaitEnd(), pggit::err);
            assertTrue(pggit.out().startsWith("pggit "), pggit.out());
            assertEquals("", pggit.err());
        }
    }

    @Test
    void exitCodesComeThrough() {
        try (PggitProcess pggit = launch(LAUNCHER, Map.of(), "log", "--url", "postgresql://ann@127.0.0.1:1/x")) {
            assertEquals(ExitCode.UNREACHABLE.code(), pggit.awaitEnd(), pggit::err);
        }
    }

    @Test
    void commandsThatOnlyAskFindAllTheirClassesInFewJars() {
        try (PggitProcess pggit = launch(LAUNCHER, Map.of(), "warm-up")) {
            assertEquals(0, pggit.awaitEnd(), pggit::err);
        }
    }

    @Test
    void aWrongJavaIsNamed() {
        try (PggitProcess pggit = launch(LAUNCHER, Map.of("JAVA_HOME", "/nonexistent"), "--version")) {
            assertEquals(1, pggit.awaitEnd());
            assertTrue(pggit.err().contains("JAVA_HOME is /nonexistent"), pggit.err());
        }
    }
}
