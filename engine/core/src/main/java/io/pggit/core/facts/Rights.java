package io.pggit.core.facts;

import java.util.Optional;
import java.util.Set;

/** The privileges there are on kinds of objects (manual, 5.8 "Privileges", table 5.2). */
public enum Rights {
    /** None that can be granted. */
    NONE(Set.of(), Optional.empty()),
    /** Of tables and all that is read like one; MAINTAIN, which not every version has, comes on top. */
    OF_RELATION(Set.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE"), Optional.empty()),
    OF_SEQUENCE(Set.of("SELECT", "UPDATE", "USAGE"), Optional.empty()),
    OF_SCHEMA(Set.of("CREATE", "USAGE"), Optional.empty()),
    OF_ROUTINE(Set.of("EXECUTE"), Optional.of("EXECUTE")),
    OF_TYPE(Set.of("USAGE"), Optional.of("USAGE")),
    OF_SERVER(Set.of("USAGE"), Optional.empty());

    private final Set<String> ofOwner;
    private final Optional<String> ofEverybody;

    Rights(Set<String> ofOwner, Optional<String> ofEverybody) {
        this.ofOwner = ofOwner;
        this.ofEverybody = ofEverybody;
    }

    /** What an owner has of an object nobody has granted anything on. */
    public Set<String> ofOwner() {
        return ofOwner;
    }

    /** What PUBLIC has of such an object. */
    public Optional<String> ofEverybody() {
        return ofEverybody;
    }
}
