package io.pggit.capture.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.capture.CaptureException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /**
     * Reads the payload of a message.
     *
     * @throws CaptureException when it is not of our making
     */
    public static RowDigest of(String payload) {
        try {
            JsonNode node = MAPPER.readTree(payload);
            return new RowDigest(
                    node.required("seq").longValue(), node.required("digest").textValue());
        } catch (JsonProcessingException | RuntimeException e) {
            throw new CaptureException("message " + PREFIX + " is not of pgGit's making", e);
        }
    }

    /** The digest of a row, by its columns in PostgreSQL's text form; columns that are SQL null are absent. */
    public static RowDigest ofRow(Map<String, String> columns) {
        String joined =
                COLUMNS.stream().map(name -> columns.getOrDefault(name, "")).collect(Collectors.joining("\u001f"))
                        + (columns.containsKey("details") ? "\u001f" + columns.get("details") : "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
            return new RowDigest(
                    Long.parseLong(columns.get("seq")), HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
