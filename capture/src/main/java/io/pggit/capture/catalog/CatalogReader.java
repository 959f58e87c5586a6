package io.pggit.capture.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import io.pggit.capture.footprint.DescribingFunctions;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the whole catalog of a live database as facts and leaves nothing behind. */
public final class CatalogReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogReader() {}

    /**
     * Everything there is, from one snapshot. Where pgGit is not installed, the describing functions are made in a
     * transaction that is rolled back; that needs the right to create a schema.
     *
     * @param connection in no transaction; left so
     * @throws CaptureException when the database refuses
     */
    public static Catalog read(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException("the connection is in a transaction of somebody else's");
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return described(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException e) {
            throw new CaptureException("cannot read the catalog: " + e.getMessage(), e);
        }
    }

    private static Catalog described(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (installed(statement)) {
                DescribingFunctions.unredacted(statement);
            } else {
                DescribingFunctions.create(statement);
            }
            SortedMap<ObjectId, Facts> objects = new TreeMap<>();
            SortedSet<String> unmodelled = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery(SqlFile.of(CatalogReader.class, "describe_all"))) {
                while (rows.next()) {
                    JsonNode element = JSON.readTree(rows.getString("element"));
                    if (element.path("unmodelled").asBoolean()) {
                        unmodelled.add(element.path("type").asText() + " "
                                + element.path("identity").asText());
                    } else {
                        objects.put(identity(element), Facts.of(element.path("facts")));
                    }
                }
            }
            return new Catalog(objects, unmodelled);
        } catch (JsonProcessingException e) {
            throw new CaptureException("the describing functions answered something else than JSON", e);
        }
    }

    private static boolean installed(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(SqlFile.of(CatalogReader.class, "installed"))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static ObjectId identity(JsonNode element) {
        return new ObjectId(
                ObjectKind.of(element.path("kind").asText()),
                Optional.ofNullable(element.path("schema").textValue()),
                element.path("name").asText(),
                Optional.ofNullable(element.path("signature").textValue()));
    }
}
