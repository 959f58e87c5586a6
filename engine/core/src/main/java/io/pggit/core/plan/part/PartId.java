package io.pggit.core.plan.part;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import java.util.Locale;

/**
 * The address of a part.
 *
 * @param object the object it is or belongs to
 * @param kind what it is
 * @param name its name within the object; empty for what there is one of
 */
public record PartId(ObjectId object, PartKind kind, String name) implements Comparable<PartId> {
    /** An object itself. */
    public static PartId of(ObjectId object) {
        return new PartId(object, PartKind.OBJECT, "");
    }

    /** What an object has one of. */
    public static PartId of(ObjectId object, PartKind kind) {
        return new PartId(object, kind, "");
    }

    /** Another part of the same object. */
    public PartId sibling(PartKind other, String itsName) {
        return new PartId(object, other, itsName);
    }

    /** The object it belongs to. */
    public PartId whole() {
        return of(object);
    }

    /** By object, kind, name. Written out, since a plan compares a lot. */
    @Override
    public int compareTo(PartId other) {
        int order = object.compareTo(other.object);
        if (order == 0) {
            order = kind.compareTo(other.kind);
        }
        return order == 0 ? name.compareTo(other.name) : order;
    }

    /** For people: {@code column total of TABLE public.orders}. */
    public String text() {
        String whole = Names.statementTarget(object);
        return kind == PartKind.OBJECT
                ? whole
                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (name.isEmpty() ? "" : " " + Names.quoted(name)) + " of " + whole;
    }
}
