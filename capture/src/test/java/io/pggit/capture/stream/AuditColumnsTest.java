package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.WrittenRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditColumnsTest {
    private static Map<String, String> columns() {
        Map<String, String> columns = new TreeMap<>();
        columns.put("seq", "7");
        columns.put("xid", "900");
        columns.put("operation", "ddl");
        columns.put("event", "ddl_command_end");
        columns.put("command_tag", "CREATE \"VIEW\"\n");
        columns.put("session_role", "u");
        columns.put("effective_role", "Ünal\u0001");
        columns.put("application_name", "");
        columns.put("backend_pid", "11");
        columns.put("backend_start", "2026-01-02 03:04:05+00");
        columns.put("claims", "{\"ticket\": \"T-1\"}");
        columns.put("transaction_at", "2026-01-02 03:04:05.1+00");
        columns.put("statement_at", "2026-01-02 03:04:05.12345+00");
        columns.put("recorded_at", "2026-01-02 03:04:05.123456+00");
        columns.put("statement", "CREATE VIEW v AS SELECT 'a\\b' AS \"x\"");
        columns.put("objects", "[]");
        columns.put("dropped", "[]");
        columns.put("branch", "main");
        columns.put("server_version", "180000");
        columns.put("footprint_version", "1");
        columns.put("statement_exact", "t");
        return columns;
    }

    @Test
    void aRowWrittenDownUnreadIsTheRowThatIsReadAndWritten() {
        WrittenRow written = AuditColumns.write(columns());

        AuditRow row = AuditColumns.read(written);

        assertEquals(Optional.of("CREATE VIEW v AS SELECT 'a\\b' AS \"x\""), row.statement());
        assertEquals("CREATE \"VIEW\"\n", row.commandTag());
        assertEquals("Ünal\u0001", row.actor().effectiveRole());
        assertEquals(Instant.parse("2026-01-02T03:04:05.123450Z"), row.clocks().statement());
        assertEquals(Attempt.closedBy(row), written.closes());
        assertEquals(WrittenRow.of(row).seq(), written.seq());
        assertEquals(row, AuditColumns.read(WrittenRow.of(row)));
    }

    @Test
    void aColumnOfAnUnknownFootprintIsLeftOut() {
        Map<String, String> columns = columns();
        columns.put("of_tomorrow", "no JSON");

        WrittenRow written = AuditColumns.write(columns);

        assertFalse(written.json().contains("tomorrow"));
        assertEquals(7, AuditColumns.read(written).seq());
    }

    @Test
    void anAbsentColumnIsNamed() {
        Map<String, String> columns = columns();
        columns.remove("branch");

        CaptureException refused = assertThrows(CaptureException.class, () -> AuditColumns.write(columns));

        assertTrue(refused.getMessage().contains("audit row 7")
                && refused.getMessage().contains("branch"));
    }

    @Test
    void aTreeThatCannotBeReadFailsWhereNobodyVouchesForIt() {
        Map<String, String> columns = columns();
        columns.put("objects", "[{\"no\": \"object\"}]");

        assertThrows(CaptureException.class, () -> AuditColumns.writeChecked(columns));
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        List<PgoutputMessage.Column> columns = List.of(
                new PgoutputMessage.Column("seq", 20),
                new PgoutputMessage.Column("objects", 25),
                new PgoutputMessage.Column("of_tomorrow", 1));

        CaptureException refused = assertThrows(CaptureException.class, () -> AuditColumns.requireTypes(columns));

        assertTrue(refused.getMessage().contains("objects (type 25)"), refused.getMessage());
        assertFalse(refused.getMessage().contains("tomorrow"));
    }
}
