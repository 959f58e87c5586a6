package io.pggit.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The main class of a {@link LocalKafka}'s own JVM: formats the log directory if that was not done yet, then runs the
 * broker. One JVM for both, because starting a second one takes as long as starting the broker.
 */
public final class BrokerProcess {
    private BrokerProcess() {}

    /**
     * Runs until the broker is stopped, or until standard input ends: whoever started this process holds the other end,
     * so the broker cannot outlive it, however it died.
     *
     * @param arguments the directory for topics; the file with the broker's properties, which names that directory too
     */
    public static void main(String[] arguments) {
        Path topics = Path.of(arguments[0]);
        String properties = arguments[1];
        endWithStandardInput();
        if (!Files.exists(topics.resolve("meta.properties"))) {
            format(properties);
        }
        Kafka.main(new String[] {properties});
    }

    private static void format(String properties) {
        String clusterId = Uuid.randomUuid().toString();
        int status = StorageTool.execute(
                new String[] {"format", "--cluster-id", clusterId, "--config", properties}, System.out);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void endWithStandardInput() {
        Thread watcher = new Thread(
                () -> {
                    awaitEndOfInput();
                    System.exit(0);
                },
                "owner-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes here; only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe is an end as well.
            return;
        }
    }
}
