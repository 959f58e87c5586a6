package io.pggit.runtime.repository;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.Parts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.runtime.json.JsonText;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Identities and parts as the JSON texts the state keeps, and parsing of JSON in general. */
final class StoredJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StoredJson() {}

    static JsonNode parse(String text) {
        try {
            return JsonText.read(text);
        } catch (JsonProcessingException damaged) {
            throw new RepositoryException("the repository holds damaged JSON: rebuild it", damaged);
        }
    }

    static String write(ObjectId id) {
        ArrayNode array = NODES.arrayNode();
        array.add(id.kind().text());
        array.add(id.schema().orElse(null));
        array.add(id.name());
        array.add(id.signature().orElse(null));
        return array.toString();
    }

    static ObjectId id(String text) {
        JsonNode array = parse(text);
        return new ObjectId(
                ObjectKind.of(array.required(0).textValue()),
                Optional.ofNullable(array.required(1).textValue()),
                array.required(2).textValue(),
                Optional.ofNullable(array.required(3).textValue()));
    }

    static String write(Parts parts) {
        ObjectNode node = NODES.objectNode();
        ObjectNode columns = node.putObject("columns");
        parts.columns().forEach(columns::put);
        ObjectNode groups = node.putObject("members");
        parts.members().forEach((group, keys) -> {
            ObjectNode members = groups.putObject(group);
            keys.forEach(
                    (name, key) -> members.putArray(name).add(key.classId()).add(key.oid()));
        });
        return node.toString();
    }

    static Parts parts(String text) {
        JsonNode node = parse(text);
        TreeMap<String, Integer> columns = new TreeMap<>();
        node.required("columns")
                .properties()
                .forEach(
                        column -> columns.put(column.getKey(), column.getValue().intValue()));
        TreeMap<String, SortedMap<String, ObjectKey>> groups = new TreeMap<>();
        node.required("members").properties().forEach(group -> {
            TreeMap<String, ObjectKey> members = new TreeMap<>();
            group.getValue().properties().forEach(member -> {
                JsonNode key = member.getValue();
                members.put(
                        member.getKey(),
                        new ObjectKey(
                                key.required(0).longValue(), key.required(1).longValue()));
            });
            groups.put(group.getKey(), members);
        });
        return new Parts(columns, groups);
    }
}
