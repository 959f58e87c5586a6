package io.pggit.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.sql.answer.Question;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads questions and checks that {@code pggit.ask} wrote them. The digest is the nested construction
 * SHA-256(outer key ‖ SHA-256(inner key ‖ payload)) with two independent keys of 64 bytes (Bellare, Canetti, Krawczyk:
 * "Keying Hash Functions for Message Authentication"), which SQL can compute without an extension.
 */
final class QuestionReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DIGEST_CHARS = 64;

    private final byte[] innerKey;
    private final byte[] outerKey;

    QuestionReader(byte[] innerKey, byte[] outerKey) {
        this.innerKey = innerKey.clone();
        this.outerKey = outerKey.clone();
    }

    /** The question in {@code message}; empty when it was not written by {@code pggit.ask}. */
    Optional<Question> read(String message) {
        if (message.length() < DIGEST_CHARS) {
            return Optional.empty();
        }
        String payload = message.substring(DIGEST_CHARS);
        byte[] expected = digest(payload).getBytes(StandardCharsets.US_ASCII);
        byte[] actual = message.substring(0, DIGEST_CHARS).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, actual)) {
            return Optional.empty();
        }
        try {
            JsonNode question = MAPPER.readTree(payload);
            List<AuditRow> pending = new ArrayList<>();
            question.required("pending").forEach(row -> pending.add(AuditRowJson.read(row)));
            return Optional.of(new Question(
                    UUID.fromString(question.required("id").textValue()),
                    question.required("kind").textValue(),
                    question.required("args"),
                    pending));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signed question is not JSON", e);
        }
    }

    private String digest(String payload) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(innerKey);
            byte[] inner = sha256.digest(payload.getBytes(StandardCharsets.UTF_8));
            sha256.update(outerKey);
            return HexFormat.of().formatHex(sha256.digest(inner));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
