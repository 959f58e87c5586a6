package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts of a whole schema.
 *
 * @param objects facts of each object of a modelled kind
 * @param unmodelled how many other objects there are; known for the live catalog only
 */
record SchemaFacts(SortedMap<ObjectId, Facts> objects, int unmodelled) {
    SchemaFacts {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /** What history says. */
    static SchemaFacts at(Session session, String revision) {
        String question = Json.object().put("revision", revision).toString();
        return of(session.query(VerifyCommand.class, "head", row -> Json.read(row.getString(1)), question));
    }

    /** What the catalog says. */
    static SchemaFacts live(Session session) {
        return of(session.query(VerifyCommand.class, "live", row -> Json.read(row.getString(1))));
    }

    private static SchemaFacts of(List<JsonNode> described) {
        TreeMap<ObjectId, Facts> objects = new TreeMap<>();
        int unmodelled = 0;
        for (JsonNode object : described) {
            if (object.hasNonNull("facts")) {
                objects.put(id(object), Facts.of(object.get("facts")));
            } else {
                unmodelled++;
            }
        }
        return new SchemaFacts(objects, unmodelled);
    }

    private static ObjectId id(JsonNode object) {
        return new ObjectId(
                ObjectKind.of(object.required("kind").textValue()),
                Optional.ofNullable(object.path("schema").textValue()),
                object.required("name").textValue(),
                Optional.ofNullable(object.path("signature").textValue()));
    }

    /** Such as {@code function shop.total_of(bigint)}; for people. */
    static String name(ObjectId id) {
        return id.kind().sql().toLowerCase(java.util.Locale.ROOT) + " "
                + id.schema().map(schema -> schema + ".").orElse("") + id.name()
                + id.signature().map(signature -> "(" + signature + ")").orElse("");
    }
}
