package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.runtime.repository.History;
import java.util.Set;

/** {@code facts {revision}}: an object each. */
public final class FactsTopic implements Topic {
    @Override
    public Set<String> kinds() {
        return Set.of("facts");
    }

    @Override
    public ArrayNode answer(Question question, History history) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        history.facts(question.revision()).forEach((id, definition) -> {
            ObjectNode object = answer.addObject().put("kind", id.kind().text()).put("name", id.name());
            id.schema().ifPresent(schema -> object.put("schema", schema));
            id.signature().ifPresent(signature -> object.put("signature", signature));
            object.set("facts", definition.tree());
        });
        return answer;
    }
}
