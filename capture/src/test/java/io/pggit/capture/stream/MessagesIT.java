package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.capture.footprint.Footprint;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.core.audit.Lsn;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages that go beside audit rows, read off a slot. */
class MessagesIT {
    @OldestAndNewest
    void digestsFitTheirRowsAndAttemptsFindTheirs(PostgresVersion version) throws Exception {
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Footprint.install(connection);
            String slot = "messages_" + database.name();
            statement.execute("SELECT pg_create_logical_replication_slot('" + slot + "', 'test_decoding')");
            statement.execute("CREATE TABLE kept (i int, t text DEFAULT 'password=x')");
            statement.execute("BEGIN");
            statement.execute("CREATE TABLE undone (i int)");
            statement.execute("ROLLBACK");
            statement.execute("DROP TABLE kept");

            List<Attempt> attempts = new ArrayList<>();
            Set<RowDigest> digests = new HashSet<>();
            try (ResultSet row = statement.executeQuery("SELECT lsn, data FROM pg_logical_slot_get_changes('" + slot
                    + "', NULL, NULL) WHERE data LIKE 'message:%'")) {
                while (row.next()) {
                    String data = row.getString("data");
                    String content = data.substring(data.indexOf("content:") + 8);
                    if (data.contains("prefix: " + AttemptMessage.PREFIX + ",")) {
                        attempts.add(
                                Attempt.read(Lsn.parse(row.getString("lsn")), new ObjectMapper().readTree(content)));
                    } else if (data.contains("prefix: " + RowDigest.PREFIX + ",")) {
                        digests.add(RowDigest.of(content).orElseThrow());
                    }
                }
            }

            assertEquals(digestsOfRows(statement), digests);
            List<AuditRow> rows = rows(statement);
            assertEquals(
                    List.of("CREATE TABLE undone (i int)"),
                    attempts.stream()
                            .filter(attempt -> rows.stream().noneMatch(attempt::isOf))
                            .map(attempt -> attempt.statement().orElseThrow())
                            .toList());
            assertEquals(3, attempts.size());
            assertTrue(!attempts.toString().contains("undone"), "a statement may hold secrets");
        }
    }

    private static Set<RowDigest> digestsOfRows(Statement statement) throws Exception {
        Set<RowDigest> digests = new HashSet<>();
        try (ResultSet row = statement.executeQuery("SELECT seq::text, xid::text, event, command_tag, session_role,"
                + " effective_role, statement, objects::text, dropped::text FROM pggit.ddl_audit"
                + " WHERE event <> 'baseline'")) {
            ResultSetMetaData shape = row.getMetaData();
            while (row.next()) {
                Map<String, String> columns = new HashMap<>();
                for (int i = 1; i <= shape.getColumnCount(); i++) {
                    if (row.getString(i) != null) {
                        columns.put(shape.getColumnLabel(i), row.getString(i));
                    }
                }
                digests.add(RowDigest.ofRow(columns));
            }
        }
        return digests;
    }

    private static List<AuditRow> rows(Statement statement) throws Exception {
        List<AuditRow> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT to_jsonb(a)"
                + " || jsonb_build_object('xid', a.xid::text::bigint) FROM pggit.ddl_audit AS a")) {
            while (row.next()) {
                rows.add(AuditRowJson.read(new ObjectMapper().readTree(row.getString(1))));
            }
        }
        return rows;
    }
}
