package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A schema to be looked through: objects by identity, by how dependencies name them, and by qualified name. */
final class SchemaView {
    private final SortedMap<ObjectId, ObjectNode> objects;
    private final Map<String, ObjectId> relations = new HashMap<>();
    private final Map<String, ObjectId> references = new HashMap<>();

    SchemaView(SortedMap<ObjectId, ObjectNode> objects) {
        this.objects = objects;
        objects.keySet().forEach(id -> {
            references.put(NewNames.reference(id), id);
            if (!NewNames.isRoutine(id)) {
                relations.put(Names.qualified(id), id);
            }
        });
    }

    SortedMap<ObjectId, ObjectNode> objects() {
        return objects;
    }

    JsonNode object(ObjectId id) {
        ObjectNode object = objects.get(id);
        return object == null ? Paths.missing() : object;
    }

    /** The object {@code depends_on} means. */
    Optional<ObjectId> reference(String reference) {
        return Optional.ofNullable(references.get(reference));
    }

    /** The table, view or the like of a quoted name. */
    Optional<ObjectId> relation(String qualified) {
        return Optional.ofNullable(relations.get(qualified));
    }

    boolean hasColumn(ObjectId table, String column) {
        JsonNode object = object(table);
        return object.path("columns").has(column) || object.path("attributes").has(column);
    }
}
