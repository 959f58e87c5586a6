package io.pggit.core.facts;

import java.util.Optional;

/**
 * The name of an object in the tree of facts. Names are as in the catalog: unquoted, case kept.
 *
 * @param kind what it is
 * @param schema the schema it is in; empty for schemas themselves and for objects of the whole database
 * @param name its name; the source type of a cast, the type of a transform, the role of a user mapping or of default
 *     privileges
 * @param signature what tells objects of one name apart; empty for kinds that need nothing. For a routine its argument
 *     types as {@code pg_get_function_identity_arguments} spells types, such as {@code integer, text}; for an operator its
 *     operand types, with {@code NONE} for a missing one; for an operator class or family the access method; for a cast the
 *     target type; for a transform the language; for a user mapping the server; for default privileges the kind of object,
 *     such as {@code tables}
 */
public record ObjectId(ObjectKind kind, Optional<String> schema, String name, Optional<String> signature)
        implements Comparable<ObjectId> {
    /** By schema, kind, name, signature. Written out, since trees of facts and plans compare a lot. */
    @Override
    public int compareTo(ObjectId other) {
        if (this == other) {
            return 0;
        }
        int order = schema.orElse("").compareTo(other.schema.orElse(""));
        if (order == 0) {
            order = kind.compareTo(other.kind);
        }
        if (order == 0) {
            order = name.compareTo(other.name);
        }
        return order == 0 ? signature.orElse("").compareTo(other.signature.orElse("")) : order;
    }
}
