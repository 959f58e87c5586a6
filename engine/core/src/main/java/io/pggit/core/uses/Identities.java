package io.pggit.core.uses;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;

/** Names of objects as facts have them elsewhere: {@code function public.total(integer,text)}. */
public final class Identities {
    private Identities() {}

    /** How other objects name this one. */
    public static String of(ObjectId id) {
        return spelled(id.kind().text() + " "
                + switch (id.kind()) {
                    case TRANSFORM ->
                        "for " + id.name() + " on language " + id.signature().orElse("");
                    case USER_MAPPING ->
                        id.name() + " on server " + id.signature().orElse("");
                    default -> Names.qualified(id);
                });
    }

    /** Spellings of argument types differ between catalog functions, those of transforms between versions of PostgreSQL. */
    public static String spelled(String identity) {
        String spelled = identity.replace(", ", ",").replace("pg_catalog.", "");
        return spelled.startsWith("transform for ") ? spelled.replace(" on language ", " language ") : spelled;
    }
}
