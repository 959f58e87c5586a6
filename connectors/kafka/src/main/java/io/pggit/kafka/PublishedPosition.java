package io.pggit.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.runtime.journal.UndoneAttempt;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How far a journal is published; kept in Kafka, written in the transaction that writes the events.
 *
 * @param incarnation of the journal
 * @param transaction number of the last journal transaction that is published whole, 0 for none
 * @param command number of the last command dealt with, 0 for none
 * @param attempt number of the last attempt dealt with, 0 for none
 * @param earlier incarnations of journals some of whose events may be in the topics beyond this position: events are compared with
 *     them one by one. Those that published before this journal did; this one itself after a transaction that hung
 */
record PublishedPosition(UUID incarnation, long transaction, long command, long attempt, SortedSet<String> earlier) {
    private static final String SCHEMA = "pggit.position/v1";

    PublishedPosition {
        earlier = Collections.unmodifiableSortedSet(new TreeSet<>(earlier));
    }

    /** Before the first transaction. */
    static PublishedPosition start(UUID incarnation, SortedSet<String> earlier) {
        return new PublishedPosition(incarnation, 0, 0, 0, earlier);
    }

    /** Before the first transaction, of a journal that has published already, nobody knows how far. */
    static PublishedPosition startOver(UUID incarnation) {
        return start(incarnation, new TreeSet<>(Set.of(incarnation.toString())));
    }

    /** The same, compared with the events of these journals too. */
    PublishedPosition beside(Set<String> incarnations) {
        SortedSet<String> all = new TreeSet<>(earlier);
        all.addAll(incarnations);
        return new PublishedPosition(incarnation, transaction, command, attempt, all);
    }

    /** The same once the journal is published to its end: what comes now is new. */
    PublishedPosition atEnd() {
        SortedSet<String> others = new TreeSet<>(earlier);
        return others.remove(incarnation.toString())
                ? new PublishedPosition(incarnation, transaction, command, attempt, others)
                : this;
    }

    PublishedPosition after(NumberedCommand last) {
        long whole = last.endsTransaction() ? last.transactionIndex() : last.transactionIndex() - 1;
        return new PublishedPosition(incarnation, whole, last.number(), attempt, earlier);
    }

    PublishedPosition after(UndoneAttempt last) {
        return new PublishedPosition(incarnation, transaction, command, last.number(), earlier);
    }

    byte[] bytes() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("incarnation", incarnation.toString())
                .put("transaction", transaction)
                .put("command", command)
                .put("attempt", attempt);
        ArrayNode list = node.putArray("earlier");
        earlier.forEach(list::add);
        return PlainJson.bytes(node);
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static PublishedPosition of(byte[] bytes) {
        JsonNode node = PlainJson.read(bytes);
        if (!SCHEMA.equals(node.path("schema").asText())) {
            throw new IllegalArgumentException("expected a " + SCHEMA + ", was " + node.path("schema"));
        }
        TreeSet<String> earlier = new TreeSet<>();
        node.path("earlier").forEach(incarnation -> earlier.add(incarnation.textValue()));
        return new PublishedPosition(
                UUID.fromString(node.required("incarnation").textValue()),
                node.required("transaction").longValue(),
                node.required("command").longValue(),
                node.path("attempt").longValue(), // absent in positions of the first release
                earlier);
    }
}
