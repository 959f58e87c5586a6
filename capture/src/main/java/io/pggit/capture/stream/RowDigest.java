package io.pggit.capture.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the transactional message beside an audit row says of it. A message without its row, or with another digest than the
 * row's, means that somebody changed the publication or the row.
 *
 * @param seq number of the row
 * @param digest SHA-256 in hex, as {@code pggit.row_digest} makes it
 */
public record RowDigest(long seq, String digest) {
    /** Prefix of the logical messages that carry digests; they are transactional. */
    public static final String PREFIX = "pggit.row";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> COLUMNS = List.of(
            "seq", "xid", "event", "command_tag", "session_role", "effective_role", "statement", "objects", "dropped");
    private static final byte SEPARATOR = 0x1f;

    /** Reads the payload of a message; empty when it is not of our making. */
    public static Optional<RowDigest> of(String payload) {
        try {
            JsonNode node = MAPPER.readTree(payload);
            return node.path("seq").isIntegralNumber() && node.path("digest").isTextual()
                    ? Optional.of(new RowDigest(
                            node.get("seq").longValue(), node.get("digest").textValue()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The digest of a row, by its columns in PostgreSQL's text form; columns that are SQL null are absent. */
    public static RowDigest ofRow(Map<String, String> columns) {
        return ofRow(columns, sha256());
    }

    /** The same with a digest that is used again and again; it is reset. */
    static RowDigest ofRow(Map<String, String> columns, MessageDigest digest) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (i > 0) {
                digest.update(SEPARATOR);
            }
            digest.update(columns.getOrDefault(COLUMNS.get(i), "").getBytes(StandardCharsets.UTF_8));
        }
        if (columns.containsKey("details")) {
            digest.update(SEPARATOR);
            digest.update(columns.get("details").getBytes(StandardCharsets.UTF_8));
        }
        return new RowDigest(Long.parseLong(columns.get("seq")), HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
