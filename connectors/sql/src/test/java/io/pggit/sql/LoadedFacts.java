package io.pggit.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.footprint.Footprint;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Facts of SQL scripts, as PostgreSQL understands them: each is run in a transaction that is rolled back. */
final class LoadedFacts implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TestDatabase database;
    private final Connection connection;

    LoadedFacts(PostgresVersion version) throws SQLException {
        database = TestDatabase.on(version);
        connection = database.connect();
        Footprint.install(connection);
        try (Statement statement = connection.createStatement()) {
            // only the describing functions are wanted, not a record of every script
            statement.execute("DO $$ DECLARE t name; BEGIN FOR t IN SELECT evtname FROM pg_event_trigger LOOP"
                    + " EXECUTE format('ALTER EVENT TRIGGER %I DISABLE', t); END LOOP; END $$");
        }
        connection.setAutoCommit(false);
    }

    /** The facts after these scripts, run one after the other in an empty database. */
    SortedMap<ObjectId, Facts> of(String... scripts) throws SQLException {
        TreeMap<ObjectId, Facts> facts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script.isBlank() ? "SELECT" : script);
            }
            try (ResultSet rows = statement.executeQuery("SELECT o::text FROM pggit.describe_all() AS o")) {
                while (rows.next()) {
                    JsonNode object = MAPPER.readTree(rows.getString(1));
                    if (object.has("facts")) {
                        facts.put(id(object), Facts.of(object.get("facts")));
                    }
                }
            }
            return facts;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        } finally {
            connection.rollback();
        }
    }

    private static ObjectId id(JsonNode object) {
        return new ObjectId(
                ObjectKind.of(object.get("kind").asText()),
                Optional.ofNullable(object.path("schema").textValue()),
                object.get("name").asText(),
                Optional.ofNullable(object.path("signature").textValue()));
    }

    /** The same without the order of columns. */
    static SortedMap<ObjectId, Facts> unordered(SortedMap<ObjectId, Facts> facts) {
        TreeMap<ObjectId, Facts> unordered = new TreeMap<>();
        facts.forEach((id, of) -> {
            ObjectNode tree = of.tree();
            for (String list : new String[] {"column_order", "attribute_order"}) {
                if (tree.has(list)) {
                    TreeSet<String> names = new TreeSet<>();
                    tree.get(list).forEach(name -> names.add(name.asText()));
                    names.forEach(tree.putArray(list)::add);
                }
            }
            unordered.put(id, Facts.of(tree));
        });
        return unordered;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
