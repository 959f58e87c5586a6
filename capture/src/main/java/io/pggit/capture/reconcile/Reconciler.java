package io.pggit.capture.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Compares a database with the record of it and records what differs: whoever switched off the event triggers, wrote catalogs
 * by hand, changed the footprint or the audit table, and whatever event triggers never tell of. What it finds becomes audit
 * rows, with the objects described anew, so that the history goes on from what is there.
 *
 * <p>Used by one thread. Each round opens a connection of its own, as a superuser. Order: findings are recorded, then what
 * was seen is kept; a crash between the two records a finding twice, never not at all. A part of the footprint that stays
 * changed is recorded once.
 */
public final class Reconciler {
    /** How often to call {@link #run()}, unless somebody wants it otherwise. */
    public static final Duration INTERVAL = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Model model;
    private final Memory memory;

    /**
     * A reconciler for one database.
     *
     * @param database logs in as a superuser
     */
    public Reconciler(Database database, Model model, Memory memory) {
        this.database = database;
        this.model = model;
        this.memory = memory;
    }

    /**
     * One round: looks at everything once and records what it found.
     *
     * @return what was recorded, in the order recorded
     * @throws CaptureException when the database does not answer; the next round looks again
     */
    public List<Finding> run() {
        try (Connection connection = database.connect()) {
            ObjectNode seen = seen();
            List<Detected> detected = new ArrayList<>();
            TreeSet<String> open = new TreeSet<>();
            ManifestCheck footprint = ManifestCheck.read(connection);
            for (Finding finding : footprint.findings()) {
                String key = finding.kind() + " " + finding.object() + ": " + finding.details()
                        + finding.since().map(time -> " " + time).orElse("");
                open.add(key);
                if (!contains(seen.path("open"), key)) {
                    detected.add(Detected.of(finding));
                }
            }
            AuditTableCheck rows = AuditTableCheck.run(connection, seen.path("audit"));
            if (seen.has("audit")) {
                rows.findings().forEach(finding -> detected.add(Detected.of(finding)));
            }
            SharedCheck shared = SharedCheck.read(connection);
            if (seen.path("shared") instanceof ObjectNode before) {
                shared.against(before).forEach(finding -> detected.add(Detected.of(finding)));
            }
            detected.addAll(new SchemaCheck(connection, model).run());
            record(connection, detected);
            footprint.settle(connection);
            seen.set("audit", rows.json());
            seen.set("shared", shared.json());
            ArrayNode keys = seen.putArray("open");
            open.forEach(keys::add);
            memory.save(seen.toString());
            return detected.stream().map(Detected::finding).toList();
        } catch (SQLException e) {
            throw new CaptureException("cannot compare the database with its record: " + e.getMessage(), e);
        }
    }

    /**
     * Records what somebody else found, such as a slot that could not go on.
     *
     * @throws CaptureException when the database does not take it; it is not recorded then
     */
    public void record(Finding finding) {
        try (Connection connection = database.connect()) {
            record(connection, List.of(Detected.of(finding)));
        } catch (SQLException e) {
            throw new CaptureException("cannot record a finding: " + e.getMessage(), e);
        }
    }

    private ObjectNode seen() {
        try {
            JsonNode saved = JSON.readTree(memory.load().orElse("{}"));
            return saved instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was saved of the last comparison is unreadable", e);
        }
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode element : list) {
            if (text.equals(element.textValue())) {
                return true;
            }
        }
        return false;
    }

    private static void record(Connection connection, List<Detected> detected) throws SQLException {
        if (detected.isEmpty()) {
            return;
        }
        connection.setAutoCommit(false);
        try (PreparedStatement record = connection.prepareStatement(SqlFile.of(Reconciler.class, "record"))) {
            for (Detected one : detected) {
                record.setString(1, json(one.finding()));
                record.setString(2, one.keysJson());
                record.setString(3, one.goneJson());
                record.execute();
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String json(Finding finding) {
        ObjectNode node = JSON.createObjectNode()
                .put("source", "reconcile")
                .put("kind", finding.kind())
                .put("object", finding.object());
        finding.since().ifPresent(time -> node.put("since", time.toString()));
        finding.by().ifPresent(role -> node.put("by", role));
        return node.put("details", finding.details()).toString();
    }
}
