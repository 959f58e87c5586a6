package io.pggit.core.facts;

import java.util.Comparator;
import java.util.Optional;

/**
 * The name of an object in the tree of facts. Names are as in the catalog: unquoted, case kept.
 *
 * @param kind what it is
 * @param schema the schema it is in; empty for schemas themselves and for objects of the whole database
 * @param name its name
 * @param signature argument types of a routine as {@code pg_get_function_identity_arguments} spells types, such as
 *     {@code integer, text}; empty for other kinds
 */
public record ObjectId(ObjectKind kind, Optional<String> schema, String name, Optional<String> signature)
        implements Comparable<ObjectId> {
    private static final Comparator<ObjectId> ORDER = Comparator.comparing((ObjectId id) -> id.schema.orElse(""))
            .thenComparing(ObjectId::kind)
            .thenComparing(ObjectId::name)
            .thenComparing(id -> id.signature.orElse(""));

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }
}
