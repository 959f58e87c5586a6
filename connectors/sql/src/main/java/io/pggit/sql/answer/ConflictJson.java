package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.AttributeText;
import io.pggit.core.ddl.Names;
import io.pggit.core.merge.Conflict;
import java.util.List;
import java.util.Optional;

/** Conflicts as rows of {@code pggit.conflicts}. */
final class ConflictJson {
    private final SideScript ours;
    private final SideScript theirs;

    ConflictJson(SideScript ours, SideScript theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    ObjectNode of(Conflict conflict) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("object_type", conflict.object().kind().sql())
                .put("object_name", Names.qualified(conflict.object()))
                .put("conflict_type", conflict.type());
        row.set("key", ConflictKeys.write(conflict.key()));
        if (!conflict.path().isEmpty()) {
            row.put("attribute", attribute(conflict.path()));
        }
        if (!conflict.about().isEmpty()) {
            row.put("about", conflict.about());
        }
        put(row, "base_definition", conflict, conflict.base());
        put(row, "ours", conflict, conflict.ours());
        put(row, "theirs", conflict, conflict.theirs());
        ours.of(conflict.object()).ifPresent(script -> row.put("branch_a_sql", script));
        theirs.of(conflict.object()).ifPresent(script -> row.put("branch_b_sql", script));
        return row;
    }

    private static void put(ObjectNode row, String column, Conflict conflict, Optional<JsonNode> value) {
        value.ifPresent(node -> row.put(column, AttributeText.of(conflict.object(), conflict.path(), node)));
    }

    /** Such as {@code columns.email.type}; {@code columns.email.name} where the question is what to call it. */
    static String attribute(List<String> path) {
        return String.join(".", path).replace(Conflict.NAME, "name");
    }
}
