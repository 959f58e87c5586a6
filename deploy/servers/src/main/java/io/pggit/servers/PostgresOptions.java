package io.pggit.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How a {@link LocalPostgres} is started.
 *
 * @param binaries which PostgreSQL
 * @param directory data directory, made when absent and kept on close; empty: a temporary one, removed on close
 * @param port TCP port on loopback; empty: a free one
 * @param durability whether data must outlive a crash of the machine
 * @param settings server settings beyond or instead of those a logical replication needs
 */
public record PostgresOptions(
        PostgresBinaries binaries,
        Optional<Path> directory,
        OptionalInt port,
        Durability durability,
        Map<String, String> settings) {
    public PostgresOptions {
        settings = Map.copyOf(settings);
    }

    /** A server for a while: temporary directory, free port, nothing durable. */
    public static PostgresOptions throwaway() {
        return new PostgresOptions(
                PostgresBinaries.onClassPath(), Optional.empty(), OptionalInt.empty(), Durability.THROWAWAY, Map.of());
    }

    /** A server whose data is kept in {@code directory}; free port. */
    public static PostgresOptions durable(Path directory) {
        return new PostgresOptions(
                PostgresBinaries.onClassPath(),
                Optional.of(directory),
                OptionalInt.empty(),
                Durability.DURABLE,
                Map.of());
    }

    /** The same with other programs. */
    public PostgresOptions with(PostgresBinaries other) {
        return new PostgresOptions(other, directory, port, durability, settings);
    }

    /** The same on a given port. */
    public PostgresOptions onPort(int number) {
        return new PostgresOptions(binaries, directory, OptionalInt.of(number), durability, settings);
    }

    /** The same with one more server setting, such as {@code max_replication_slots}. */
    public PostgresOptions set(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return new PostgresOptions(binaries, directory, port, durability, more);
    }

    Map<String, String> effectiveSettings() {
        TreeMap<String, String> all = new TreeMap<>();
        all.put("wal_level", "logical");
        all.put("max_connections", "200");
        all.put("max_wal_senders", "60");
        all.put("max_replication_slots", "200");
        all.put("max_prepared_transactions", "20");
        all.put("listen_addresses", "127.0.0.1");
        // Everybody here connects over TCP; a socket file in /tmp would outlive a killed server.
        all.put("unix_socket_directories", "");
        // The embedded launcher's own defaults: -F, which a later argument overrides, and asynchronous commits, with
        // which the death of the process alone loses committed transactions.
        all.put("synchronous_commit", "on");
        all.put("fsync", durability == Durability.DURABLE ? "on" : "off");
        all.put("full_page_writes", durability == Durability.DURABLE ? "on" : "off");
        // Its workers visit every database each minute; what is thrown away need not be tidy.
        all.put("autovacuum", durability == Durability.DURABLE ? "on" : "off");
        all.putAll(settings);
        return all;
    }
}
