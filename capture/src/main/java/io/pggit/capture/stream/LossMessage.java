package io.pggit.capture.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.audit.Finding;
import java.util.Optional;

/**
 * The transactional message in which the footprint, in mode {@code available}, announces that the facts of a command are lost.
 *
 * @param seq number of the audit row that says the same; empty when that could not be written either
 * @param finding what happened
 */
record LossMessage(Optional<Long> seq, Finding finding) {
    static final String PREFIX = "pggit.loss";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads the payload of a message; empty when it is not of our making. */
    static Optional<LossMessage> read(String payload) {
        try {
            JsonNode node = MAPPER.readTree(payload);
            return Optional.of(new LossMessage(
                    node.path("seq").isIntegralNumber()
                            ? Optional.of(node.get("seq").longValue())
                            : Optional.empty(),
                    Finding.read(node.required("finding"))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
