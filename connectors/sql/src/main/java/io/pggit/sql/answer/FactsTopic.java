package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.runtime.repository.History;
import java.util.Set;

/**
 * {@code facts {revision}}: an object each; {@code recorded}: an object each as the audit rows left it, with its key.
 */
public final class FactsTopic implements Topic {
    @Override
    public Set<String> kinds() {
        return Set.of("facts", "recorded");
    }

    @Override
    public ArrayNode answer(Question question, History history) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        if (question.kind().equals("recorded")) {
            history.tracked()
                    .forEach((key, object) -> add(answer, object.id(), object.facts())
                            .put("classid", key.classId())
                            .put("objid", key.oid())
                            .put("qualified", Names.qualified(object.id())));
        } else {
            history.facts(question.revision()).forEach((id, facts) -> add(answer, id, facts));
        }
        return answer;
    }

    private static ObjectNode add(ArrayNode answer, ObjectId id, Facts facts) {
        ObjectNode object = answer.addObject().put("kind", id.kind().text()).put("name", id.name());
        id.schema().ifPresent(schema -> object.put("schema", schema));
        id.signature().ifPresent(signature -> object.put("signature", signature));
        object.set("facts", facts.tree());
        return object;
    }
}
