package io.pggit.core.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.ObjectDdl;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.Optional;

/**
 * The two files a repository keeps of an object.
 *
 * @param sql the DDL that creates the object, for people
 * @param json identity and facts, for programs: all there is to know
 */
public record ObjectFiles(String sql, String json) {
    /** Writes the files of an object. */
    public static ObjectFiles of(ObjectId id, Facts facts) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("kind", id.kind().text());
        id.schema().ifPresent(schema -> file.put("schema", schema));
        file.put("name", id.name());
        id.signature().ifPresent(signature -> file.put("signature", signature));
        file.set("facts", facts.view());
        return new ObjectFiles(ObjectDdl.create(id, facts), CanonicalJson.text(file));
    }

    /**
     * The identity in a parsed {@code .json} file.
     *
     * @throws IllegalArgumentException when {@code file} is no such file
     */
    public static ObjectId id(JsonNode file) {
        return new ObjectId(
                ObjectKind.of(file.required("kind").textValue()),
                Optional.ofNullable(file.path("schema").textValue()),
                file.required("name").textValue(),
                Optional.ofNullable(file.path("signature").textValue()));
    }

    /**
     * The facts in a parsed {@code .json} file.
     *
     * @throws IllegalArgumentException when {@code file} is no such file
     */
    public static Facts facts(JsonNode file) {
        return Facts.of(file.required("facts"));
    }
}
