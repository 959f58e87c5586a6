package io.pggit.core.plan;

import java.util.List;

/**
 * A run of statements that commits as one.
 *
 * @param transactional whether they run in a transaction block; if not, there is one statement
 * @param statements in order, at least one
 */
public record Segment(boolean transactional, List<PlannedStatement> statements) {
    /** Copies {@code statements}. */
    public Segment {
        statements = List.copyOf(statements);
        if (statements.isEmpty() || !transactional && statements.size() > 1) {
            throw new IllegalArgumentException(statements.size() + " statements, transactional: " + transactional);
        }
    }
}
