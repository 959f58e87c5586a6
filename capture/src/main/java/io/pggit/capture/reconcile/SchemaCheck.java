package io.pggit.capture.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the live schema with the record. The record follows the database with a delay, so the live schema is read between
 * two looks at the record: an object counts as different only if both looks agree on it and the live one does not, and
 * still does not when it is read alone once more.
 */
final class SchemaCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final Model model;

    SchemaCheck(Connection connection, Model model) {
        this.connection = connection;
        this.model = model;
    }

    /** The objects that differ; empty also when the record has not come far enough to be compared. */
    List<Detected> run() throws SQLException {
        Optional<Map<ObjectKey, ObjectState.Described>> before = model.factsAfter(place());
        if (before.isEmpty()) {
            return List.of();
        }
        Map<ObjectKey, ObjectState> live = live();
        if (candidates(before.get(), live).isEmpty()) {
            return List.of();
        }
        Optional<Map<ObjectKey, ObjectState.Described>> after = model.factsAfter(place());
        if (after.isEmpty()) {
            return List.of();
        }
        List<Detected> detected = new ArrayList<>();
        for (ObjectKey key : candidates(before.get(), live)) {
            Optional<ObjectState.Described> recorded =
                    Optional.ofNullable(before.get().get(key));
            if (recorded.equals(Optional.ofNullable(after.get().get(key)))) {
                Optional<ObjectState> now = one(key);
                if (!same(recorded, now)
                        && now.map(ObjectState::described)
                                .equals(Optional.ofNullable(live.get(key)).map(ObjectState::described))) {
                    detected.add(detected(key, recorded, now));
                }
            }
        }
        return detected;
    }

    private static List<ObjectKey> candidates(
            Map<ObjectKey, ObjectState.Described> recorded, Map<ObjectKey, ObjectState> live) {
        TreeSet<ObjectKey> all = new TreeSet<>(recorded.keySet());
        all.addAll(live.keySet());
        return all.stream()
                .filter(key -> !same(Optional.ofNullable(recorded.get(key)), Optional.ofNullable(live.get(key))))
                .toList();
    }

    /** Objects that are not modelled have nothing to compare. */
    private static boolean same(Optional<ObjectState.Described> recorded, Optional<ObjectState> live) {
        if (live.isPresent() && live.get().described().isEmpty()) {
            return recorded.isEmpty();
        }
        Optional<ObjectState.Described> described = live.flatMap(ObjectState::described);
        return recorded.map(ObjectState.Described::id).equals(described.map(ObjectState.Described::id))
                && recorded.map(ObjectState.Described::facts).equals(described.map(ObjectState.Described::facts));
    }

    private Detected detected(ObjectKey key, Optional<ObjectState.Described> recorded, Optional<ObjectState> now)
            throws SQLException {
        String name = now.map(object -> object.type() + " " + object.identity())
                .orElseGet(() -> name(recorded.orElseThrow()));
        if (now.isEmpty()) {
            return new Detected(
                    new Finding("object_dropped", name, Optional.empty(), Optional.empty(), "it is gone"),
                    List.of(),
                    Optional.of(new Detected.Gone(key, recorded.orElseThrow())));
        }
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Reconciler.class, "since"))) {
            query.setLong(1, key.classId());
            query.setLong(2, key.oid());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                Finding finding = new Finding(
                        recorded.isEmpty() ? "object_created" : "object_changed",
                        name,
                        Optional.ofNullable(row.getString("since")).map(Instant::parse),
                        Optional.ofNullable(row.getString("by")),
                        recorded.isEmpty() ? "it was not recorded" : "it is not as it was recorded");
                return new Detected(finding, List.of(key), Optional.empty());
            }
        }
    }

    private static String name(ObjectState.Described described) {
        String signature =
                described.id().signature().map(text -> "(" + text + ")").orElse("");
        return described.id().kind().text().replace('_', ' ') + " "
                + described.id().schema().map(schema -> schema + ".").orElse("")
                + described.id().name() + signature;
    }

    private Lsn place() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Reconciler.class, "place"));
                ResultSet row = query.executeQuery()) {
            row.next();
            return Lsn.parse(row.getString("place"));
        }
    }

    private Map<ObjectKey, ObjectState> live() throws SQLException {
        TreeMap<ObjectKey, ObjectState> objects = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Reconciler.class, "live"));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ObjectState object = object(row.getString("element"));
                objects.put(object.key(), object);
            }
        }
        return objects;
    }

    private Optional<ObjectState> one(ObjectKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Reconciler.class, "one"))) {
            query.setLong(1, key.classId());
            query.setLong(2, key.oid());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                String element = row.getString("element");
                return element == null ? Optional.empty() : Optional.of(object(element));
            }
        }
    }

    private static ObjectState object(String element) throws SQLException {
        try {
            return AuditRowJson.object(JSON.readTree(element), ObjectState.Cause.DETECTED);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SQLException("an object described itself in a way that cannot be read: " + e.getMessage(), e);
        }
    }
}
