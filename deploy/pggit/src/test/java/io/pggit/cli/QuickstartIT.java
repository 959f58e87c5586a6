package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.Await;
import java.io.IOException;
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
    void onceTellsTheStoryAndStopsEverythingAndLaterItGoesOnFromItsDirectory() throws Exception {
        Path kept = directory.resolve("kept");
        try (PggitProcess once = PggitProcess.start(directory, "quickstart", "--once", "--dir", kept.toString())) {
            once.awaitOutput("starting PostgreSQL 18 and Kafka", Duration.ofSeconds(10));

            assertEquals(0, once.awaitEnd(), once::err);

            assertEquals("", once.err());
            assertTold(
                    once.out(),
                    "DROP VIEW shop.customer_totals · ben",
                    "CREATE TABLE shop.customers (+2 more) · ann",
                    "Ticket: SHOP-2",
                    "Renamed: column shop.customers.mail -> email",
                    "0 differences",
                    "view:shop.customer_totals",
                    "Everything is stopped.");
            assertEquals(List.of(), once.descendants());
            assertStoppedInOrder(kept);
        }

        List<ProcessHandle> servers;
        try (PggitProcess again = PggitProcess.start(directory, "quickstart", "--dir", kept.toString())) {
            again.awaitOutput("Ctrl-C stops everything", DEADLINE);
            servers = again.descendants();

            assertEquals(143, again.terminate());

            assertTold(again.out(), "was played here before", "DROP VIEW shop.customer_totals · ben", "0 differences");
        }
        Await.until(DEADLINE, () -> servers.stream().noneMatch(ProcessHandle::isAlive));
        assertStoppedInOrder(kept);
    }

    private static void assertTold(String out, String... expected) {
        for (String text : expected) {
            assertTrue(out.contains(text), text + " is not in:\n" + out);
        }
    }

    private static void assertStoppedInOrder(Path kept) throws IOException {
        try (Stream<Path> left = Files.walk(kept.resolve("postgres"))) {
            assertTrue(left.noneMatch(file -> file.endsWith("postmaster.pid")), "PostgreSQL did not stop in order");
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
