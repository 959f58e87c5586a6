package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.AuditTransaction;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the messages of a replication stream together into whole changes. Used by one thread.
 *
 * <p>Rows that the messages beside them vouch for are filed unread: the footprint wrote them. All others are read on the way,
 * so that what cannot be read fails here.
 */
final class TransactionAssembler implements PgoutputMessage.Visitor {
    /** Prefix of the logical messages in which sessions ask the engine something. */
    static final String QUESTION_PREFIX = "pggit.question";

    private static final Logger LOG = LoggerFactory.getLogger(TransactionAssembler.class);

    private final Map<Integer, PgoutputMessage.Relation> relations = new HashMap<>();
    private final Set<Integer> auditTables = new HashSet<>();
    private final Queue<StreamedChange> complete = new ArrayDeque<>();
    private final RowBuffer rows = new RowBuffer();
    /** Commands of the open transaction that touched audit rows, each once. */
    private final Set<String> tampering = new TreeSet<>();

    private final RowCheck check = new RowCheck();

    private boolean inTransaction;

    /** Takes the next complete change, oldest first. */
    Optional<StreamedChange> next() {
        return Optional.ofNullable(complete.poll());
    }

    /** Whether nothing is held back: no open transaction, and every complete change was taken. */
    boolean isEmpty() {
        return !inTransaction && complete.isEmpty();
    }

    @Override
    public void begin(PgoutputMessage.Begin message) {
        rows.clear();
        tampering.clear();
        check.clear();
        inTransaction = true;
    }

    @Override
    public void commit(PgoutputMessage.Commit message) {
        inTransaction = false;
        tampering.forEach(command -> complete.add(new StreamedChange.Tampered(message.end(), command)));
        tampering.clear();
        boolean vouched = check.end(message.end(), complete::add);
        if (!rows.isEmpty()) {
            AuditTransaction transaction = rows.take(message.end(), Optional.of(message.committedAt()));
            if (!vouched) {
                transaction.rows().forEach(row -> {}); // fails when one cannot be read
            }
            complete.add(new StreamedChange.Committed(transaction));
        }
    }

    @Override
    public void relation(PgoutputMessage.Relation message) {
        relations.put(message.oid(), message);
        if (message.schema().equals("pggit") && message.name().equals("ddl_audit")) {
            AuditColumns.requireTypes(message.columns());
            auditTables.add(message.oid());
        } else {
            auditTables.remove(message.oid());
            LOG.warn("publication pggit also has table {}.{}; its rows are left out", message.schema(), message.name());
        }
    }

    @Override
    public void insert(PgoutputMessage.Insert message) {
        PgoutputMessage.Relation relation = relations.get(message.relation());
        if (relation == null || relation.columns().size() != message.values().size()) {
            throw new CaptureException("replication stream: row of a table that was not described");
        }
        if (auditTables.contains(message.relation())) {
            Map<String, String> columns = new HashMap<>();
            for (int i = 0; i < relation.columns().size(); i++) {
                String name = relation.columns().get(i).name();
                message.values().get(i).ifPresent(value -> columns.put(name, value));
            }
            rows.add(check.row(columns) ? AuditColumns.write(columns) : AuditColumns.writeChecked(columns));
        }
    }

    @Override
    public void tampered(PgoutputMessage.Tampered message) {
        if (message.relations().stream().anyMatch(auditTables::contains)) {
            tampering.add(message.command());
        }
    }

    @Override
    public void logical(PgoutputMessage.Logical message) {
        if (message.transactional()) {
            check.message(message.prefix(), message.payload());
        } else if (message.prefix().equals(QUESTION_PREFIX)) {
            complete.add(new StreamedChange.Asked(message.position(), message.payload()));
        } else if (message.prefix().equals(AttemptMessage.PREFIX)) {
            AttemptMessage.read(message.position(), message.payload()).ifPresent(complete::add);
        }
    }

    @Override
    public void ignored(PgoutputMessage.Ignored message) {}
}
