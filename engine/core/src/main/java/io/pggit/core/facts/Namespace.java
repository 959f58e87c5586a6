package io.pggit.core.facts;

import java.util.List;

/** Where names of objects of one kind meet names of objects of others. */
public enum Namespace {
    /** Nowhere. */
    OWN(List.of()),
    /** Among relations, each of which has a type of its name. */
    RELATIONS(List.of("relation", "type")),
    /** Among relations, without a type. */
    SEQUENCES(List.of("relation")),
    /** Among functions, procedures and aggregates. */
    ROUTINES(List.of("routine"));

    private final List<String> catalogs;

    Namespace(List<String> catalogs) {
        this.catalogs = catalogs;
    }

    /** The words that tell namespaces apart. */
    public List<String> catalogs() {
        return catalogs;
    }
}
