package io.pggit.capture.stream;

import io.pggit.core.audit.Lsn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of the output plugin {@code pgoutput}, protocol version 1 (PostgreSQL manual, "Logical Replication Message
 * Formats"). Messages about types and origins carry nothing we need and become {@link Ignored}.
 */
sealed interface PgoutputMessage {
    /** Hands this message to the one method of {@code visitor} that fits it. */
    void accept(Visitor visitor);

    /** A committed transaction begins; {@code xid} is its low 32 bits. */
    record Begin(Lsn commitLsn, Instant committedAt, long xid) implements PgoutputMessage {
        @Override
        public void accept(Visitor visitor) {
            visitor.begin(this);
        }
    }

    /** The transaction is complete; {@code end} is where the next record begins. */
    record Commit(Lsn commitLsn, Lsn end, Instant committedAt) implements PgoutputMessage {
        @Override
        public void accept(Visitor visitor) {
            visitor.commit(this);
        }
    }

    /** Describes a table before its first row in this session. */
    record Relation(int oid, String schema, String name, List<Column> columns) implements PgoutputMessage {
        public Relation {
            columns = List.copyOf(columns);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.relation(this);
        }
    }

    /** A column of a relation; {@code type} is the oid of its type. */
    record Column(String name, int type) {}

    /** A new row; the text form of each column in the order of the relation, empty for SQL null. */
    record Insert(int relation, List<Optional<String>> values) implements PgoutputMessage {
        public Insert {
            values = List.copyOf(values);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.insert(this);
        }
    }

    /** Rows of append-only tables were changed or removed, or the tables truncated. */
    record Tampered(String command, List<Integer> relations) implements PgoutputMessage {
        public Tampered {
            relations = List.copyOf(relations);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.tampered(this);
        }
    }

    /** A logical decoding message; {@code transactional} ones arrive inside their transaction. */
    record Logical(Lsn position, boolean transactional, String prefix, String payload) implements PgoutputMessage {
        @Override
        public void accept(Visitor visitor) {
            visitor.logical(this);
        }
    }

    /** A message that says nothing about audit rows. */
    record Ignored(char kind) implements PgoutputMessage {
        @Override
        public void accept(Visitor visitor) {
            visitor.ignored(this);
        }
    }

    /** Never a default method here: a new case must break every visitor. */
    interface Visitor {
        void begin(Begin message);

        void commit(Commit message);

        void relation(Relation message);

        void insert(Insert message);

        void tampered(Tampered message);

        void logical(Logical message);

        void ignored(Ignored message);
    }
}
