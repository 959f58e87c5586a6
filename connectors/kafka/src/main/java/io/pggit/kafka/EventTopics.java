package io.pggit.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of one environment. Their names hold nothing that comes out of a database.
 *
 * @param environment 1 to 100 lower-case letters, digits, {@code .}, {@code _} and {@code -}; such as {@code default}
 */
public record EventTopics(String environment) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    public EventTopics {
        if (!NAME.matcher(environment).matches()) {
            throw new IllegalArgumentException(
                    "environment must be 1 to 100 of a-z, 0-9, '.', '_' and '-', was \"" + environment + "\"");
        }
    }

    /** The environment of those who name none. */
    public static EventTopics ofDefaultEnvironment() {
        return new EventTopics("default");
    }

    /** One event per DDL command; kept for ever, never compacted. */
    public String ddl() {
        return "pggit.ddl." + environment;
    }

    /** What is to be said about the capture itself: findings, gaps, attempts; kept for ever, never compacted. */
    public String capture() {
        return "pggit.capture." + environment;
    }

    /** How far each database is published; compacted. */
    public String positions() {
        return "pggit.positions." + environment;
    }

    Set<String> all() {
        return Set.of(ddl(), capture(), positions());
    }

    /**
     * Creates what is missing, with the broker's own replication factor; leaves what is there as it is.
     *
     * @throws KafkaException when the brokers do not do it in time
     */
    void createMissing(Admin admin) {
        Map<String, String> kept = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1");
        create(admin, ddl(), kept);
        create(admin, capture(), kept);
        create(admin, positions(), Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static void create(Admin admin, String name, Map<String, String> settings) {
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty()).configs(settings);
        try {
            Answer.of(admin.createTopics(List.of(topic)).all());
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topic " + name + ": " + e.getMessage(), e.getCause());
            }
        }
    }
}
