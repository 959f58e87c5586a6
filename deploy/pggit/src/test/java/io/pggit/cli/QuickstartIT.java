package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.Await;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command a newcomer types. */
class QuickstartIT {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    @Test
    void onceTellsTheStoryAndStopsEverything() {
        try (PggitProcess quickstart = PggitProcess.start(directory, "quickstart", "--once")) {
            quickstart.awaitOutput("starting PostgreSQL 18 and Kafka", Duration.ofSeconds(10));

            assertEquals(0, quickstart.awaitEnd(), quickstart::err);

            String out = quickstart.out();
            assertEquals("", quickstart.err());
            for (String expected : List.of(
                    "DROP VIEW shop.customer_totals · ben",
                    "CREATE TABLE shop.customers (+2 more) · ann",
                    "Ticket: SHOP-2",
                    "Renamed: column shop.customers.mail -> email",
                    "0 differences",
                    "view:shop.customer_totals",
                    "Everything is stopped.")) {
                assertTrue(out.contains(expected), expected + " is not in:\n" + out);
            }
            assertEquals(List.of(), quickstart.descendants());
        }
    }

    @Test
    void aTerminatedOneLeavesNoProcessAndContinuesFromItsDirectory() throws Exception {
        Path kept = directory.resolve("kept");
        List<ProcessHandle> servers;
        try (PggitProcess quickstart = PggitProcess.start(directory, "quickstart", "--dir", kept.toString())) {
            quickstart.awaitOutput("Ctrl-C stops everything", DEADLINE);
            servers = quickstart.descendants();

            assertEquals(143, quickstart.terminate());
        }
        Await.until(DEADLINE, () -> servers.stream().noneMatch(ProcessHandle::isAlive));
        try (Stream<Path> left = Files.walk(kept.resolve("postgres"))) {
            assertTrue(left.noneMatch(file -> file.endsWith("postmaster.pid")), "PostgreSQL did not stop in order");
        }

        try (PggitProcess again = PggitProcess.start(directory, "quickstart", "--once", "--dir", kept.toString())) {
            assertEquals(0, again.awaitEnd(), again::err);
            assertTrue(again.out().contains("was played here before"), again.out());
            assertTrue(again.out().contains("DROP VIEW shop.customer_totals · ben"), again.out());
            assertTrue(again.out().contains("0 differences"), again.out());
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PggitProcess quickstart = PggitProcess.start(
                        directory, "quickstart", "--once", "--port", String.valueOf(taken.getLocalPort()))) {
            assertEquals(ExitCode.FAILED.code(), quickstart.awaitEnd());
            assertTrue(quickstart.err().contains(String.valueOf(taken.getLocalPort())), quickstart.err());
            assertEquals(1, quickstart.err().lines().count(), quickstart.err());
        }
    }
}
