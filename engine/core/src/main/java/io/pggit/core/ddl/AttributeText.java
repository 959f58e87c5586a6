package io.pggit.core.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.List;

/** One attribute of an object, as people read it. */
public final class AttributeText {
    private AttributeText() {}

    /**
     * The value at {@code path} in an object's facts: of the whole object its script, of a column its line of {@code CREATE
     * TABLE}, of another part its definition, of a text the text; else JSON.
     */
    public static String of(ObjectId object, List<String> path, JsonNode value) {
        if (path.isEmpty() && value.isObject()) {
            return ObjectDdl.create(object, Facts.of(value));
        }
        if (path.size() == 2 && path.get(0).equals("columns") && value.isObject()) {
            return ColumnDdl.line(object, path.get(1), Attributes.of(value));
        }
        boolean defined = path.size() == 2 && value.path("definition").isTextual();
        return defined ? value.get("definition").asText() : value.isTextual() ? value.asText() : value.toString();
    }
}
