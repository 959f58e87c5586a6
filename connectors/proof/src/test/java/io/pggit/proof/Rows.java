package io.pggit.proof;

import io.pggit.capture.catalog.Catalog;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows put into the tables of a case, and whether they are still there. */
final class Rows {
    private Rows() {}

    /** Puts two rows of defaults into every table that takes them; returns how many each has. */
    static SortedMap<ObjectId, Long> seed(Connection connection, Catalog catalog) throws SQLException {
        for (ObjectId id : catalog.objects().keySet()) {
            if (id.kind() == ObjectKind.TABLE) {
                for (int i = 0; i < 2; i++) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO " + Names.qualified(id) + " DEFAULT VALUES");
                    } catch (SQLException refused) {
                        break; // the table needs values nobody told us
                    }
                }
            }
        }
        return count(connection, catalog);
    }

    static SortedMap<ObjectId, Long> count(Connection connection, Catalog catalog) throws SQLException {
        SortedMap<ObjectId, Long> counts = new TreeMap<>();
        for (ObjectId id : catalog.objects().keySet()) {
            if (id.kind() == ObjectKind.TABLE) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + Names.qualified(id))) {
                    row.next();
                    counts.put(id, row.getLong(1));
                }
            }
        }
        return counts;
    }

    /** Tables of both sides that have fewer rows although no loss of theirs was declared. */
    static List<String> missing(
            SortedMap<ObjectId, Long> before, SortedMap<ObjectId, Long> after, List<String> declared) {
        List<String> missing = new ArrayList<>();
        before.forEach((id, count) -> {
            String name = Names.qualified(id);
            boolean told = declared.stream().anyMatch(loss -> loss.equals("table " + name));
            if (after.containsKey(id) && after.get(id) < count && !told) {
                missing.add(name + ": " + count + " rows before, " + after.get(id) + " after");
            }
        });
        return missing;
    }
}
