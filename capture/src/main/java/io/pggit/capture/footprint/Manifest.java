package io.pggit.capture.footprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every part of a footprint that somebody could change to hide something: event triggers, functions, publication, tables,
 * role, rights and settings.
 *
 * @param parts by kind and name
 */
public record Manifest(SortedMap<Part, State> parts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands for the query of what is there, in the statement that notes it. */
    private static final String NOW = "/* now */";

    public Manifest {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * Which part.
     *
     * @param kind {@code event_trigger}, {@code function}, {@code publication}, {@code table}, {@code role}, {@code right}
     *     or {@code setting}
     * @param name as PostgreSQL prints it
     */
    public record Part(String kind, String name) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }
    }

    /**
     * How a part is.
     *
     * @param attributes a JSON object; member {@code version} differs whenever the catalog row was written
     * @param since when the catalog row was committed, where the server keeps that
     * @param by who wrote an audit row in the same transaction
     */
    public record State(JsonNode attributes, Optional<Instant> since, Optional<String> by) {}

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
