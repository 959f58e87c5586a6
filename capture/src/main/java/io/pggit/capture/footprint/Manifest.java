package io.pggit.capture.footprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every part of a footprint that somebody could change to hide something: event triggers, functions, publication, tables,
 * role, rights and settings; and where it was noted.
 *
 * @param parts by kind and name
 */
public record Manifest(SortedMap<Part, State> parts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Part PLACE = new Part("place", "cluster and database");

    /** Catalog rows of a table's triggers and of a publication's tables are the elements from here on. */
    private static final Map<String, Integer> VERSIONS_FROM = Map.of("triggers", 2, "tables", 3);

    /** Stands for the query of what is there, in the statement that notes it. */
    private static final String NOW = "/* now */";

    public Manifest {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * Which part.
     *
     * @param kind {@code event_trigger}, {@code function}, {@code publication}, {@code table}, {@code role}, {@code right},
     *     {@code setting} or {@code place}
     * @param name as PostgreSQL prints it
     */
    public record Part(String kind, String name) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }
    }

    /** Whether another manifest was noted in another cluster or database: pg_upgrade or a dump has made all catalog rows anew. */
    public boolean isElsewhere(Manifest other) {
        return parts.containsKey(PLACE)
                && other.parts.containsKey(PLACE)
                && !parts.get(PLACE).attributes().equals(other.parts.get(PLACE).attributes());
    }

    /** The same without where it was noted. */
    public Manifest withoutPlace() {
        TreeMap<Part, State> others = new TreeMap<>(parts);
        others.remove(PLACE);
        return new Manifest(others);
    }

    /**
     * How a part is.
     *
     * @param attributes a JSON object; member {@code version} differs whenever the catalog row was written
     * @param since when the catalog row was committed, where the server keeps that
     * @param by who wrote an audit row in the same transaction
     */
    public record State(JsonNode attributes, Optional<Instant> since, Optional<String> by) {
        /** The attributes without what says which catalog row tells them. */
        public JsonNode definition() {
            ObjectNode definition = attributes.deepCopy();
            definition.remove("version");
            VERSIONS_FROM.forEach((member, from) -> definition.path(member).forEach(element -> {
                while (element instanceof ArrayNode row && row.size() > from) {
                    row.remove(row.size() - 1);
                }
            }));
            return definition;
        }
    }

    /** The footprint as it is; reads catalogs only, no function of the footprint. */
    public static Manifest now(Connection connection) throws SQLException {
        TreeMap<Part, State> parts = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(SqlFile.beside(Footprint.class, "Manifest/now"));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                parts.put(
                        new Part(row.getString("kind"), row.getString("name")),
                        new State(
                                tree(row.getString("state")),
                                Optional.ofNullable(row.getString("since")).map(Instant::parse),
                                Optional.ofNullable(row.getString("by"))));
            }
        }
        return new Manifest(parts);
    }

    /** The footprint as it was when it was installed; empty when that was not noted. */
    public static Manifest installed(Connection connection) throws SQLException {
        TreeMap<Part, State> parts = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(SqlFile.beside(Footprint.class, "Manifest/stored"));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                parts.put(
                        new Part(row.getString("kind"), row.getString("name")),
                        new State(tree(row.getString("state")), Optional.empty(), Optional.empty()));
            }
        }
        return new Manifest(parts);
    }

    /**
     * Notes parts that are defined as they were noted elsewhere, so that from now on their catalog rows count again. Others stay as they
     * were noted.
     *
     * @param now the footprint as it is
     */
    public void noteHere(Connection connection, Manifest now) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(SqlFile.beside(Footprint.class, "Manifest/note"))) {
            for (Map.Entry<Part, State> part : now.parts.entrySet()) {
                State before = parts.get(part.getKey());
                if (part.getKey().equals(PLACE)
                        || before != null
                                && before.definition().equals(part.getValue().definition())) {
                    note.setString(1, part.getKey().kind());
                    note.setString(2, part.getKey().name());
                    note.setString(3, part.getValue().attributes().toString());
                    note.execute();
                }
            }
        }
    }

    /** Statements that note the footprint as it is, in place of what was noted before. */
    static List<String> storing() {
        return List.of(
                SqlFile.beside(Manifest.class, "Manifest/clear"),
                filled(SqlFile.beside(Manifest.class, "Manifest/store")));
    }

    /** A statement with the query of what is there in the place kept for it, if there is one. */
    static String filled(String statement) {
        return statement.replace(NOW, SqlFile.beside(Manifest.class, "Manifest/now"));
    }

    private static JsonNode tree(String text) throws SQLException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("the manifest of the footprint is unreadable", e);
        }
    }
}
