package io.pggit.capture.footprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A new database with a footprint, a superuser's connection to it, and its audit table folded as far as asked. */
final class WatchedDatabase implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<PostgresVersion, TestDatabase> INSTALLED = new EnumMap<>(PostgresVersion.class);

    final TestDatabase database;
    final Connection connection;
    private final NaiveFold fold = new NaiveFold();
    private long folded;

    WatchedDatabase(PostgresVersion version) throws SQLException {
        database = installed(version).copy();
        connection = database.connect();
    }

    /** Installing takes longer than copying what was installed; it goes with the server. */
    private static synchronized TestDatabase installed(PostgresVersion version) throws SQLException {
        if (!INSTALLED.containsKey(version)) {
            TestDatabase template = TestDatabase.on(version);
            try (Connection connection = template.connect()) {
                Footprint.install(connection);
            }
            INSTALLED.put(version, template);
        }
        return INSTALLED.get(version);
    }

    void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Puts this database in the place of {@code :port} and {@code :database}. */
    String fillIn(String sql) {
        return sql.replace(":port", String.valueOf(database.server().port())).replace(":database", database.name());
    }

    /** The audit rows from a number on, with the two columns that are JSON as trees. */
    List<Row> rows(long after) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT * FROM pggit.ddl_audit WHERE seq > " + after + " ORDER BY seq")) {
            while (row.next()) {
                rows.add(new Row(
                        row.getLong("seq"),
                        row.getString("event"),
                        row.getString("command_tag"),
                        row.getString("session_role"),
                        row.getString("effective_role"),
                        String.valueOf(row.getString("statement")),
                        String.valueOf(row.getString("context")),
                        tree(row.getString("objects")),
                        tree(row.getString("dropped"))));
            }
        }
        return rows;
    }

    List<Row> rows() throws SQLException {
        return rows(0);
    }

    long lastSeq() throws SQLException {
        return Long.parseLong(ask("SELECT coalesce(max(seq), 0) FROM pggit.ddl_audit"));
    }

    String ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    List<ObjectNode> live() throws SQLException {
        List<ObjectNode> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM pggit.describe_all()")) {
            while (row.next()) {
                objects.add((ObjectNode) tree(row.getString(1)));
            }
        }
        return objects;
    }

    /** Folds the rows not folded yet and tells what differs from the live catalog. */
    List<String> differences() throws SQLException {
        for (Row row : rows(folded)) {
            fold.apply(row.objects(), row.dropped());
            folded = row.seq();
        }
        return fold.compareAndAdopt(live());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }

    record Row(
            long seq,
            String event,
            String tag,
            String sessionRole,
            String effectiveRole,
            String statement,
            String context,
            JsonNode objects,
            JsonNode dropped) {
        List<String> identities() {
            List<String> identities = new ArrayList<>();
            objects.forEach(object -> identities.add(object.get("identity").textValue()));
            return identities;
        }
    }
}
