package io.pggit.capture.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Actor;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.Clocks;
import io.pggit.core.audit.Login;
import io.pggit.core.audit.Lsn;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A DDL command that began. What became of it is not known: if no audit row {@link #isOf matches} it when its session has gone
 * on to something else, it failed or was rolled back. A hint and never evidence: a superuser can write such messages.
 *
 * @param position where in the log it is
 * @param commandTag such as {@code ALTER TABLE}
 * @param actor who and from where
 * @param clocks when
 * @param statement the statement, redacted, cut at a hundred thousand characters
 * @param statementHmac keyed hash of the statement as it was
 */
public record Attempt(
        Lsn position,
        String commandTag,
        Actor actor,
        Clocks clocks,
        Optional<String> statement,
        Optional<String> statementHmac) {
    /** Prefix of the logical messages that carry attempts; they are not transactional. */
    public static final String PREFIX = "pggit.attempt";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Reads the payload of a message.
     *
     * @throws CaptureException when it is not of our making
     */
    public static Attempt of(Lsn position, String payload) {
        try {
            JsonNode node = MAPPER.readTree(payload);
            TreeMap<String, String> claims = new TreeMap<>();
            node.path("claims")
                    .properties()
                    .forEach(
                            claim -> claims.put(claim.getKey(), claim.getValue().asText()));
            Actor actor = new Actor(
                    node.required("session_role").textValue(),
                    node.required("effective_role").textValue(),
                    node.path("application_name").asText(),
                    text(node, "client_addr"),
                    node.hasNonNull("client_port")
                            ? OptionalInt.of(node.get("client_port").intValue())
                            : OptionalInt.empty(),
                    node.required("backend_pid").intValue(),
                    instant(node, "backend_start"),
                    new Login(
                            text(node, "authenticated_role"),
                            Optional.empty(),
                            Login.Transport.UNKNOWN,
                            Optional.empty(),
                            Optional.empty()),
                    claims);
            return new Attempt(
                    position,
                    node.required("command_tag").textValue(),
                    actor,
                    new Clocks(
                            instant(node, "transaction_at"),
                            instant(node, "statement_at"),
                            instant(node, "recorded_at")),
                    text(node, "statement"),
                    text(node, "statement_hmac"));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new CaptureException("message " + PREFIX + " at " + position + " is not of pgGit's making", e);
        }
    }

    /** Whether {@code row} closes the command that began here: same session, same statement start, tag and text. */
    public boolean isOf(AuditRow row) {
        return row.event() == AuditEvent.DDL_COMMAND_END
                && row.commandTag().equals(commandTag)
                && row.actor().backendPid() == actor.backendPid()
                && row.actor().backendStart().equals(actor.backendStart())
                && row.clocks().statement().equals(clocks.statement())
                && row.evidence().statementHmac().equals(statementHmac);
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }

    private static Instant instant(JsonNode node, String member) {
        return Instant.parse(node.required(member).textValue());
    }

    /** Says which command this is; leaves out the statement, which may hold secrets. */
    @Override
    public String toString() {
        return "Attempt[" + position + " " + commandTag + " by " + actor.backendPid() + "]";
    }
}
