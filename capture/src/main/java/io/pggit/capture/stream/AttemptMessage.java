package io.pggit.capture.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.Lsn;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logical messages that tell of attempts; they are not transactional, so that no rollback takes them back. */
final class AttemptMessage {
    static final String PREFIX = "pggit.attempt";

    private static final Logger LOG = LoggerFactory.getLogger(AttemptMessage.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AttemptMessage() {}

    /** Reads the payload of a message; empty, with a line in the log, when it is not of our making. */
    static Optional<StreamedChange> read(Lsn position, String payload) {
        try {
            return Optional.of(new StreamedChange.Attempted(Attempt.read(position, MAPPER.readTree(payload))));
        } catch (JsonProcessingException | RuntimeException e) {
            // without the message of the exception: Jackson quotes its input, which holds a statement
            LOG.warn("message {} at {} is not of pgGit's making; ignored", PREFIX, position);
            return Optional.empty();
        }
    }
}
