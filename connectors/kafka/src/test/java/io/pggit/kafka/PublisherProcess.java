package io.pggit.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.runtime.journal.Journal;
import java.nio.file.Path;
import java.util.List;

/** Publishes the journal of a directory in a JVM of its own, so that it can be killed. */
final class PublisherProcess {
    private PublisherProcess() {}

    public static void main(String[] arguments) {
        try (Journal journal = Journal.open(Path.of(arguments[0]), new SimpleMeterRegistry())) {
            new Publisher(
                            journal,
                            KafkaSettings.to(arguments[1]).with(new EventTopics(arguments[2])),
                            new SimpleMeterRegistry())
                    .run();
        }
    }

    static Process start(Path journal, KafkaSettings settings) throws java.io.IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublisherProcess.class.getName(),
                        journal.toString(),
                        settings.bootstrapServers(),
                        settings.topics().environment()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
