package io.pggit.core.audit;

/**
 * PostgreSQL's own identity of an object: stable over renames, valid in one database only. Never part of facts.
 *
 * @param classId OID of the catalog the object lives in, 1259 for {@code pg_class}
 * @param oid OID of the object; unsigned 32 bits
 */
public record ObjectKey(long classId, long oid) implements Comparable<ObjectKey> {
    @Override
    public int compareTo(ObjectKey other) {
        int byClass = Long.compare(classId, other.classId);
        return byClass != 0 ? byClass : Long.compare(oid, other.oid);
    }
}
