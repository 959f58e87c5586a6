package io.pggit.capture.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import java.util.List;
import java.util.Optional;

/**
 * A finding on its way into the audit table.
 *
 * @param finding what was found
 * @param there objects to be described anew
 * @param gone an object that the record has and the database has not
 */
record Detected(Finding finding, List<ObjectKey> there, Optional<Gone> gone) {
    /** An object that vanished. */
    record Gone(ObjectKey key, ObjectState.Described last) {}

    Detected {
        there = List.copyOf(there);
    }

    static Detected of(Finding finding) {
        return new Detected(finding, List.of(), Optional.empty());
    }

    String keysJson() {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        there.forEach(key -> keys.addObject().put("classid", key.classId()).put("objid", key.oid()));
        return keys.toString();
    }

    String goneJson() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        gone.ifPresent(object -> list.addObject()
                .put("classid", object.key().classId())
                .put("objid", object.key().oid())
                .put("objsubid", 0)
                .put("type", object.last().id().kind().text().replace('_', ' '))
                .put("identity", finding.object()));
        return list.toString();
    }
}
