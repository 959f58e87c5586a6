package io.pggit.kafka;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.Actor;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Clocks;
import io.pggit.core.audit.DroppedObject;
import io.pggit.core.audit.Evidence;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import io.pggit.core.audit.Parts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.runtime.journal.DatabaseIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Audit rows as a database would record them. */
final class Ddl {
    static final DatabaseIdentity SHOP = new DatabaseIdentity("7412000000000000001", 16384, "shöp/1");

    private static final Instant BEGINNING = Instant.parse("2026-11-23T09:00:00.000001Z");

    private Ddl() {}

    /** Transactions from {@code first} on, one to three commands each. */
    static List<AuditTransaction> transactions(long first, int count) {
        return LongStream.range(first, first + count).mapToObj(Ddl::transaction).toList();
    }

    /** Transaction number {@code number}, with {@code number % 3 + 1} commands. */
    static AuditTransaction transaction(long number) {
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i <= number % 3; i++) {
            rows.add(create(10 * number + i + 1, 700 + number, "t" + number + "_" + i));
        }
        return of(number, rows);
    }

    static AuditTransaction of(long number, List<AuditRow> rows) {
        return new AuditTransaction(
                new Lsn(0x1000000L + number), rows.get(0).xid(), Optional.of(BEGINNING.plusMillis(number)), rows);
    }

    static int commands(List<AuditTransaction> transactions) {
        return transactions.stream()
                .mapToInt(transaction -> transaction.rows().size())
                .sum();
    }

    static AuditRow create(long seq, long xid, String table) {
        return row(
                seq,
                xid,
                AuditEvent.DDL_COMMAND_END,
                "CREATE TABLE",
                "CREATE TABLE " + table + " (id bigint)",
                List.of(table(table)),
                List.of(),
                Map.of("author", "ann", "ticket", "SHOP-1"));
    }

    static ObjectState table(String name) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode().put("owner", "ann");
        facts.putObject("columns").putObject("id").put("type", "bigint");
        return new ObjectState(
                new ObjectKey(1259, 16400),
                "table",
                "public." + name,
                ObjectState.Cause.DIRECT,
                Optional.of(new ObjectState.Described(
                        new ObjectId(ObjectKind.TABLE, Optional.of("public"), name, Optional.empty()),
                        Facts.of(facts),
                        new Parts(new TreeMap<>(), new TreeMap<>()))));
    }

    static AuditRow row(
            long seq,
            long xid,
            AuditEvent event,
            String tag,
            String statement,
            List<ObjectState> objects,
            List<DroppedObject> dropped,
            Map<String, String> claims) {
        Instant at = BEGINNING.plusMillis(seq);
        return new AuditRow(
                seq,
                xid,
                event == AuditEvent.BASELINE ? "baseline" : "ddl",
                event,
                tag,
                new Actor(
                        "ann",
                        "owner",
                        "psql",
                        Optional.of("10.0.0.7"),
                        OptionalInt.of(51000),
                        4711,
                        BEGINNING,
                        new TreeMap<>(claims)),
                new Clocks(at, at, at),
                Optional.of(statement),
                Optional.empty(),
                objects,
                dropped,
                Optional.empty(),
                "main",
                180006,
                "1.0.0");
    }

    static AuditTransaction finding(long seq) {
        return of(
                seq,
                List.of(withFinding(
                        row(seq, seq, AuditEvent.RECONCILE, "RECONCILE", "", List.of(), List.of(), Map.of()),
                        new Finding(
                                "capture_gap",
                                "slot pggit_1",
                                Optional.empty(),
                                Optional.of("eve"),
                                "SLOT_MISSING: the table is read"))));
    }

    /** A row that does not close its command. */
    static AuditRow lost(long seq, AuditEvent event) {
        return withFinding(
                row(seq, seq, event, "DROP TABLE", "", List.of(), List.of(), Map.of()),
                new Finding("facts_lost", "DROP TABLE", Optional.empty(), Optional.of("eve"), "SQLSTATE 53100"));
    }

    static AuditRow dropped(long seq) {
        return row(seq, seq - 1, AuditEvent.DDL_COMMAND_END, "DROP TABLE", "", List.of(), List.of(), Map.of());
    }

    private static AuditRow withFinding(AuditRow row, Finding finding) {
        return new AuditRow(
                row.seq(),
                row.xid(),
                row.operation(),
                row.event(),
                row.commandTag(),
                row.actor(),
                row.clocks(),
                Optional.empty(),
                Optional.empty(),
                row.objects(),
                row.dropped(),
                Optional.empty(),
                row.branch(),
                row.serverVersion(),
                row.footprintVersion(),
                new Evidence(
                        OptionalInt.of(0),
                        Optional.empty(),
                        Evidence.Precision.UNKNOWN,
                        Optional.of(finding),
                        Optional.empty()));
    }

    static Attempt attempt(long position) {
        AuditRow row = create(position, position, "undone");
        return new Attempt(
                new Lsn(position), row.commandTag(), row.actor(), row.clocks(), row.statement(), Optional.empty());
    }
}
