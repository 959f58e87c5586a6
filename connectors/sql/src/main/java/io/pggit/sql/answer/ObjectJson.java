package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.Optional;

/** Names of objects in questions and answers: {@code kind}, {@code schema}, {@code name}, {@code signature}. */
final class ObjectJson {
    private ObjectJson() {}

    static ObjectNode write(ObjectId id, ObjectNode to) {
        to.put("kind", id.kind().text());
        id.schema().ifPresent(schema -> to.put("schema", schema));
        to.put("name", id.name());
        id.signature().ifPresent(signature -> to.put("signature", signature));
        return to;
    }

    static ObjectId read(JsonNode from) {
        return new ObjectId(
                ObjectKind.of(from.path("kind").asText()),
                Optional.ofNullable(from.path("schema").textValue()),
                from.path("name").asText(),
                Optional.ofNullable(from.path("signature").textValue()));
    }
}
