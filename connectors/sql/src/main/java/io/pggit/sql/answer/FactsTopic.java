package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.ddl.Names;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.TrackedObject;
import io.pggit.runtime.repository.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Facts, and what is recorded:
 *
 * <ul>
 *   <li>{@code facts {revision}}: an object each
 *   <li>{@code recorded {keys}}: an object each as the audit rows left it, with its key; of {@code keys}, {@code [classid, objid]}
 *       each, or of all where there are none
 *   <li>{@code elsewhere}: {@code {object, difference}} each of what is recorded otherwise than in HEAD's tree
 * </ul>
 */
public final class FactsTopic implements Topic {
    @Override
    public Set<String> kinds() {
        return Set.of("facts", "recorded", "elsewhere");
    }

    @Override
    public ArrayNode answer(Question question, History history) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        if (question.kind().equals("elsewhere")) {
            Elsewhere.of(history)
                    .forEach(difference -> answer.addObject()
                            .put("object", Names.qualified(difference.id()))
                            .put("difference", text(difference.side())));
        } else if (question.kind().equals("recorded")) {
            recorded(question.args().path("keys"), history)
                    .forEach((key, object) -> add(answer, object.id(), object.facts())
                            .put("classid", key.classId())
                            .put("objid", key.oid())
                            .put("qualified", Names.qualified(object.id())));
        } else {
            history.facts(question.revision()).forEach((id, facts) -> add(answer, id, facts));
        }
        return answer;
    }

    private static String text(ObjectDifference.Side side) {
        return switch (side) {
            case ONLY_BEFORE -> "not live";
            case ONLY_AFTER -> "not at HEAD";
            case BOTH -> "different";
        };
    }

    private static SortedMap<ObjectKey, TrackedObject> recorded(JsonNode keys, History history) {
        if (!keys.isArray()) {
            return history.tracked();
        }
        List<ObjectKey> wanted = new ArrayList<>();
        keys.forEach(key ->
                wanted.add(new ObjectKey(key.path(0).asLong(), key.path(1).asLong())));
        return history.tracked(wanted);
    }

    private static ObjectNode add(ArrayNode answer, ObjectId id, Facts facts) {
        ObjectNode object = answer.addObject().put("kind", id.kind().text()).put("name", id.name());
        id.schema().ifPresent(schema -> object.put("schema", schema));
        id.signature().ifPresent(signature -> object.put("signature", signature));
        object.set("facts", facts.tree());
        return object;
    }
}
