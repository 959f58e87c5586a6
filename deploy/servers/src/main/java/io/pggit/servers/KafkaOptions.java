package io.pggit.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How a {@link LocalKafka} is started.
 *
 * @param directory where topics, settings and log are kept, made when absent; empty: a temporary one, removed on close
 * @param port TCP port on loopback; empty: a free one
 * @param settings broker settings beyond or instead of those a single broker needs
 */
public record KafkaOptions(Optional<Path> directory, OptionalInt port, Map<String, String> settings) {
    public KafkaOptions {
        settings = Map.copyOf(settings);
    }

    /** A broker for a while: temporary directory, free port. */
    public static KafkaOptions throwaway() {
        return new KafkaOptions(Optional.empty(), OptionalInt.empty(), Map.of());
    }

    /** A broker whose topics are kept in {@code directory}; free port. */
    public static KafkaOptions in(Path directory) {
        return new KafkaOptions(Optional.of(directory), OptionalInt.empty(), Map.of());
    }

    /** The same on a given port. */
    public KafkaOptions onPort(int number) {
        return new KafkaOptions(directory, OptionalInt.of(number), settings);
    }

    /** The same with one more broker setting, such as {@code transactional.id.expiration.ms}. */
    public KafkaOptions set(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return new KafkaOptions(directory, port, more);
    }

    /** The broker's properties: one node that is broker and controller, every internal topic unreplicated. */
    Properties effectiveSettings(Path topics, int brokerPort, int controllerPort) {
        Properties all = new Properties();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        all.put("listeners", "PLAINTEXT://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
        all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("log.dirs", topics.toString());
        all.put("auto.create.topics.enable", "false");
        all.put("num.partitions", "1");
        all.put("offsets.topic.replication.factor", "1");
        all.put("offsets.topic.num.partitions", "1");
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.num.partitions", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("group.initial.rebalance.delay.ms", "0");
        // A killed broker that comes back waits until its former self's session has ended.
        all.put("broker.session.timeout.ms", "2000");
        all.put("broker.heartbeat.interval.ms", "300");
        // There is no other broker to hand leadership to.
        all.put("controlled.shutdown.enable", "false");
        // Its default is a quarter of this broker's heap.
        all.put("log.cleaner.dedupe.buffer.size", "2097152");
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "4");
        all.putAll(settings);
        return all;
    }
}
