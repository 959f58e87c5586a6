package io.pggit.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that no event trigger recorded and a comparison brought to light; or that an event trigger could not record.
 *
 * @param kind what it is, such as {@code trigger_disabled} or {@code schema_changed}; the same in every release
 * @param object what it is about, as PostgreSQL names it
 * @param since commit time of the transaction that last wrote the catalog row, where the server kept it; what was found is
 *     not older than the row's previous state and may have been done in several steps
 * @param by the role that did it, where it can be known
 * @param details what was expected and what is, for people
 */
public record Finding(String kind, String object, Optional<Instant> since, Optional<String> by, String details) {
    /**
     * Reads what the footprint wrote.
     *
     * @throws IllegalArgumentException when a required member is absent; names the member
     */
    public static Finding read(JsonNode node) {
        return new Finding(
                node.required("kind").textValue(),
                node.required("object").textValue(),
                Optional.ofNullable(node.path("since").textValue()).map(Instant::parse),
                Optional.ofNullable(node.path("by").textValue()),
                node.required("details").textValue());
    }

    /** One line for a log, whatever names and texts of strangers are in it. */
    public String line() {
        return PlainText.line(
                kind + " " + object + by.map(role -> " by " + role).orElse("") + ": " + details);
    }

    /** As {@link #read} reads it. */
    public ObjectNode write() {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("kind", kind).put("object", object);
        since.ifPresent(time -> node.put("since", time.toString()));
        by.ifPresent(role -> node.put("by", role));
        return node.put("details", details);
    }
}
