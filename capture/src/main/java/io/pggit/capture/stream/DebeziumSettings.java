package io.pggit.capture.stream;

import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import java.util.Properties;
import java.util.Set;

/** How Debezium Embedded is set up: it only carries; slot, publication and offsets are ours. */
final class DebeziumSettings {
    private static final Set<String> PLACE = Set.of("PGHOST", "PGPORT", "PGDBNAME", "user", "password");

    private DebeziumSettings() {}

    static Properties of(Database database, SlotStart start) {
        Properties settings = new Properties();
        settings.setProperty("name", "pggit");
        settings.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.setProperty("topic.prefix", "pggit");
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", start.slot());
        settings.setProperty("slot.drop.on.stop", "false");
        settings.setProperty("slot.max.retries", "0");
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("publication.name", "pggit");
        settings.setProperty("publication.autocreate.mode", "disabled");
        settings.setProperty("table.include.list", "pggit.ddl_audit");
        settings.setProperty(
                "message.prefix.include.list",
                String.join(
                        ",",
                        TransactionAssembler.QUESTION_PREFIX,
                        AttemptMessage.PREFIX,
                        RowDigest.PREFIX,
                        LossMessage.PREFIX));
        settings.setProperty("snapshot.mode", "no_data");
        settings.setProperty("offset.mismatch.strategy", "trust_offset");
        settings.setProperty("offset.storage", SeededOffsets.class.getName());
        settings.setProperty(SeededOffsets.START, Long.toString(start.from().value()));
        settings.setProperty("offset.flush.interval.ms", "0");
        settings.setProperty("provide.transaction.metadata", "true");
        settings.setProperty("skipped.operations", "none");
        settings.setProperty("tombstones.on.delete", "false");
        settings.setProperty("include.unknown.datatypes", "true"); // xid8
        settings.setProperty("binary.handling.mode", "bytes");
        settings.setProperty("poll.interval.ms", "2");
        settings.setProperty("max.batch.size", "2048");
        settings.setProperty("max.queue.size", "8192");
        settings.setProperty("max.queue.size.in.bytes", Integer.toString(64 << 20));
        settings.setProperty("heartbeat.interval.ms", "5000");
        settings.setProperty("heartbeat.action.query", SqlFile.of(DebeziumStream.class, "heartbeat"));
        settings.setProperty("debezium.embedded.shutdown.pause.before.interrupt.ms", "1000");
        Properties parameters = database.parameters();
        settings.setProperty(
                "database.hostname", parameters.getProperty("PGHOST").split(",")[0]);
        settings.setProperty("database.port", parameters.getProperty("PGPORT").split(",")[0]);
        settings.setProperty("database.dbname", parameters.getProperty("PGDBNAME"));
        settings.setProperty("database.user", parameters.getProperty("user", System.getProperty("user.name")));
        settings.setProperty("database.password", parameters.getProperty("password", ""));
        parameters.stringPropertyNames().stream()
                .filter(name -> !PLACE.contains(name))
                .forEach(name -> settings.setProperty("driver." + name, parameters.getProperty(name)));
        return settings;
    }
}
