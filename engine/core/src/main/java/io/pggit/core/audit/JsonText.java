package io.pggit.core.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON with strings as long as PostgreSQL lets a text be, which is longer than Jackson reads unasked. */
public final class JsonText {
    private static final JsonMapper MAPPER = mapper();

    private JsonText() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder().build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return mapper;
    }

    /**
     * Parses a text.
     *
     * @throws JsonProcessingException when it is no JSON; it quotes the text, which may hold secrets
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }
}
