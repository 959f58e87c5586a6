package io.pggit.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A DDL command that began. If no audit row {@link #isOf closes} it by the time its transaction is over, it failed or was
 * rolled back. A hint and never evidence: a superuser can write such messages.
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
    /**
     * Reads what {@link #write} wrote, or what the footprint wrote.
     *
     * @throws IllegalArgumentException when a required member is absent; names the member
     */
    public static Attempt read(Lsn position, JsonNode node) {
        TreeMap<String, String> claims = new TreeMap<>();
        node.path("claims")
                .properties()
                .forEach(claim -> claims.put(claim.getKey(), claim.getValue().asText()));
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
                        instant(node, "transaction_at"), instant(node, "statement_at"), instant(node, "recorded_at")),
                text(node, "statement"),
                text(node, "statement_hmac"));
    }

    /** As JSON, like the footprint's own; without the position. */
    public ObjectNode write() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("command_tag", commandTag)
                .put("session_role", actor.sessionRole())
                .put("effective_role", actor.effectiveRole())
                .put("application_name", actor.applicationName())
                .put("backend_pid", actor.backendPid())
                .put("backend_start", actor.backendStart().toString())
                .put("transaction_at", clocks.transaction().toString())
                .put("statement_at", clocks.statement().toString())
                .put("recorded_at", clocks.recorded().toString());
        actor.login().role().ifPresent(role -> node.put("authenticated_role", role));
        actor.clientAddress().ifPresent(address -> node.put("client_addr", address));
        actor.clientPort().ifPresent(port -> node.put("client_port", port));
        ObjectNode claims = node.putObject("claims");
        actor.claims().forEach(claims::put);
        statement.ifPresent(text -> node.put("statement", text));
        statementHmac.ifPresent(hash -> node.put("statement_hmac", hash));
        return node;
    }

    /** What the audit row that closes this command has as its {@link #closedBy key} too. */
    public String key() {
        return key(
                actor.backendPid(),
                actor.backendStart().toString(),
                clocks.statement().toString(),
                commandTag,
                statementHmac);
    }

    /** The key of the attempt that {@code row} closes; empty when it closes no command. */
    public static Optional<String> closedBy(AuditRow row) {
        return row.event() == AuditEvent.DDL_COMMAND_END
                ? Optional.of(key(
                        row.actor().backendPid(),
                        row.actor().backendStart().toString(),
                        row.clocks().statement().toString(),
                        row.commandTag(),
                        row.evidence().statementHmac()))
                : Optional.empty();
    }

    /** Whether {@code row} closes the command that began here: same session, same statement start, tag and text. */
    public boolean isOf(AuditRow row) {
        return closedBy(row).filter(key()::equals).isPresent();
    }

    /** A key by its parts; times as {@link Instant} prints them. */
    public static String key(
            int backendPid, String backendStart, String statementAt, String tag, Optional<String> statementHmac) {
        return backendPid + " " + backendStart + " " + statementAt + " " + tag + " " + statementHmac.orElse("");
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
