package io.pggit.capture.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.SqlFile;
import io.pggit.core.audit.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the objects of the whole server, which no event trigger sees, with what they were the last time. */
final class SharedCheck {
    /** How each object is, as JSON text, by type and name. */
    private final TreeMap<String, String> states = new TreeMap<>();

    private final TreeMap<String, Instant> since = new TreeMap<>();

    private SharedCheck() {}

    static SharedCheck read(Connection connection) throws SQLException {
        SharedCheck check = new SharedCheck();
        try (PreparedStatement query = connection.prepareStatement(SqlFile.of(Reconciler.class, "shared"));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String name = row.getString("type") + " " + row.getString("identity");
                check.states.put(name, row.getString("state"));
                Optional.ofNullable(row.getString("since"))
                        .map(Instant::parse)
                        .ifPresent(time -> check.since.put(name, time));
            }
        }
        return check;
    }

    List<Finding> against(ObjectNode before) {
        TreeSet<String> names = new TreeSet<>(states.keySet());
        before.fieldNames().forEachRemaining(names::add);
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            Optional<String> was = Optional.ofNullable(before.path(name).textValue());
            Optional<String> is = Optional.ofNullable(states.get(name));
            if (!was.equals(is)) {
                findings.add(new Finding(
                        was.isEmpty() ? "shared_created" : is.isEmpty() ? "shared_dropped" : "shared_changed",
                        name,
                        Optional.ofNullable(since.get(name)),
                        Optional.empty(),
                        was.map(text -> "was " + text).orElse("was not there") + "; "
                                + is.map(text -> "is " + text).orElse("is gone")));
            }
        }
        return findings;
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        states.forEach(node::put);
        return node;
    }
}
