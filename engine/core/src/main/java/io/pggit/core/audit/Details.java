package io.pggit.core.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a pgGit operation did, as the function that did it wrote it down: the column {@code details} of a row of
 * {@link AuditEvent#OPERATION}. Immutable: the tree is copied in and out.
 *
 * @param tree a JSON object; which members it has depends on the operation
 */
public record Details(ObjectNode tree) {
    public Details {
        tree = tree.deepCopy();
    }

    @Override
    public ObjectNode tree() {
        return tree.deepCopy();
    }
}
