package io.pggit.serve;

import io.pggit.capture.Database;
import io.pggit.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an engine serves and where it keeps it.
 *
 * @param database the database to capture; as a superuser
 * @param directory journal and repository, made when absent; belongs to this one database
 * @param kafka where events go; empty for nowhere
 * @param carrier what carries audit rows out of the database
 * @param reconcileEvery how often the database is compared with its record
 */
public record EngineSettings(
        Database database, Path directory, Optional<KafkaSettings> kafka, Carrier carrier, Duration reconcileEvery) {}
