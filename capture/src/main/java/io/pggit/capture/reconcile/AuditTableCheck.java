package io.pggit.capture.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether audit rows went away or were rewritten. The rows of transactions that have ended cannot become fewer, nor have
 * been written by a later one. In a very large table the server's count of updates must do, those that were rolled back
 * included.
 */
final class AuditTableCheck {
    private static final String TABLE = "table pggit.ddl_audit";

    private final List<Finding> findings = new ArrayList<>();
    private final ObjectNode seen = JsonNodeFactory.instance.objectNode();

    private AuditTableCheck() {}

    static AuditTableCheck run(Connection connection, JsonNode before) throws SQLException {
        AuditTableCheck check = new AuditTableCheck();
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Reconciler.class, "audit_rows"))) {
            query.setString(1, before.path("settled").asText("0"));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                check.look(before, row);
            }
        }
        return check;
    }

    private void look(JsonNode before, ResultSet row) throws SQLException {
        long kept = row.getLong("kept");
        long updated = row.getLong("updated");
        long missing = before.path("rows").asLong(0) - kept;
        if (missing > 0) {
            findings.add(finding("audit_rows_removed", missing + " of " + before.path("rows") + " rows are gone"));
        }
        long rewritten = row.getLong("rewritten");
        if (row.wasNull()) {
            rewritten = updated - before.path("updated").asLong(0);
        }
        if (rewritten > 0) {
            findings.add(finding("audit_rows_updated", rewritten + " updates of rows"));
        }
        seen.put("settled", row.getString("settled"))
                .put("rows", row.getLong("settled_rows"))
                .put("updated", updated);
    }

    private static Finding finding(String kind, String details) {
        return new Finding(kind, TABLE, Optional.empty(), Optional.empty(), details);
    }

    List<Finding> findings() {
        return findings;
    }

    ObjectNode json() {
        return seen;
    }
}
