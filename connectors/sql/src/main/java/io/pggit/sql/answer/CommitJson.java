package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.fold.ObjectChange;
import io.pggit.runtime.repository.CommitDetail;
import io.pggit.runtime.repository.CommitEntry;

/** Commits as answers give them. */
final class CommitJson {
    private CommitJson() {}

    /** A commit in a log. */
    static ObjectNode of(CommitEntry commit) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("sha", commit.sha())
                .put("message", commit.summary())
                .put("author", commit.author())
                .put("committed_at", commit.time().toString())
                .put("branch", commit.branch())
                .put("kind", commit.kind().text())
                .put("change_source", commit.source().text())
                .put("xid", commit.xid())
                .put("lsn", commit.end().toString());
        ArrayNode parents = node.putArray("parents");
        commit.parents().forEach(parents::add);
        ArrayNode objects = node.putArray("objects");
        commit.changes().forEach(change -> objects.add(Names.qualified(change.id())));
        return node;
    }

    /** A commit with what it did. */
    static ObjectNode of(CommitDetail detail) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("commit", of(detail.entry()).put("message", detail.message()));
        ArrayNode objects = node.putArray("objects");
        for (ObjectChange change : detail.entry().changes()) {
            ObjectNode object = objects.addObject()
                    .put("kind", change.id().kind().text())
                    .put("identity", Names.qualified(change.id()))
                    .put("change", change.type().text());
            change.previous().ifPresent(previous -> object.put("previous", Names.qualified(previous)));
        }
        return node.put("patch", detail.patch());
    }
}
