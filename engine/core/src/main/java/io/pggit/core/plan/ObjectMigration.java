package io.pggit.core.plan;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange;
import java.util.List;
import java.util.Optional;

/**
 * What a migration does to one object and to everything inside it.
 *
 * @param object the object, by its name afterwards; for a drop, before
 * @param previous its name before, where the migration changes it
 * @param type what is done
 * @param statements in order, without semicolons; none where nothing but a name elsewhere changes it
 */
public record ObjectMigration(
        ObjectId object, Optional<ObjectId> previous, ObjectChange.Type type, List<String> statements) {
    /** Copies {@code statements}. */
    public ObjectMigration {
        statements = List.copyOf(statements);
    }

    /** Its name before, whether or not it changed. */
    public ObjectId before() {
        return previous.orElse(object);
    }
}
