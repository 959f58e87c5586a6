package io.pggit.core.audit;

/**
 * One object that a command dropped, as {@code pg_event_trigger_dropped_objects} reports it; temporary objects are left
 * out.
 *
 * @param key PostgreSQL's own identity
 * @param subId number of the column that was dropped, 0 for a whole object
 * @param type the object type as PostgreSQL names it, such as {@code table column}
 * @param identity the name as PostgreSQL prints it
 * @param cause {@code DIRECT} for an object the command named, {@code IMPLIED} for one dropped with it
 */
public record DroppedObject(ObjectKey key, int subId, String type, String identity, ObjectState.Cause cause) {}
