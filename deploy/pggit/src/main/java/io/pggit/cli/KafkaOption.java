package io.pggit.cli;

import io.pggit.kafka.EventTopics;
import io.pggit.kafka.KafkaSettings;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --env}, and the reading of {@code --kafka}. */
final class KafkaOption {
    private static final Pattern SERVERS = Pattern.compile("[^\\s,:/]+:[0-9]{1,5}(,[^\\s,:/]+:[0-9]{1,5})*");

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Environment in the topic's name, pggit.ddl.NAME (default: ${DEFAULT-VALUE}).")
    private String environment = "default";

    KafkaSettings settings(String servers) {
        if (!SERVERS.matcher(servers).matches()) {
            throw new Failure(
                    ExitCode.USAGE, "--kafka must be HOST:PORT, or several separated by commas, was " + servers);
        }
        try {
            return KafkaSettings.to(servers).with(new EventTopics(environment));
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.USAGE, "--env: " + e.getMessage(), e);
        }
    }
}
