/** The pure part of the engine: facts, events, fold, diff and the DDL writer. No I/O, clock, chance or thread. */
module io.pggit.core {
    requires transitive com.fasterxml.jackson.databind;

    exports io.pggit.core.audit;
    exports io.pggit.core.ddl;
    exports io.pggit.core.diff;
    exports io.pggit.core.event;
    exports io.pggit.core.facts;
    exports io.pggit.core.fold;
    exports io.pggit.core.plan;
    exports io.pggit.core.history;
    exports io.pggit.core.lex;
    exports io.pggit.core.merge;
    exports io.pggit.core.plan.part;
    exports io.pggit.core.revision;
    exports io.pggit.core.tree;
}
