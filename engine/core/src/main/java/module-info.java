/** The pure part of the engine: facts, events, fold, diff and the DDL writer. No I/O, clock, chance or thread. */
module io.pggit.core {
    requires transitive com.fasterxml.jackson.databind;

    exports io.pggit.core.audit;
    exports io.pggit.core.facts;
}
