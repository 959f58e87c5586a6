package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.ObjectDdl;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The creating scripts of a database, run in an empty one, make the same facts there. */
class CreatingScriptIT {
    @ParameterizedTest
    @EnumSource
    void scriptsOfEveryKindMakeTheSameFacts(PostgresVersion version) throws Exception {
        Map<ObjectId, Facts> described = new LinkedHashMap<>();
        try (WatchedDatabase source = new WatchedDatabase(version)) {
            for (Battery.Step step : Battery.steps("every_kind.sql", version, source::fillIn)) {
                source.run(step.sql());
            }
            described.putAll(facts(source));
            source.run("DROP SUBSCRIPTION incoming");
        }
        Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
        described.keySet().forEach(id -> kinds.add(id.kind()));

        try (WatchedDatabase target = new WatchedDatabase(version)) {
            List<String> failures = create(described, target);
            Map<ObjectId, Facts> made = facts(target);
            target.run("DROP SUBSCRIPTION IF EXISTS incoming");

            assertEquals(List.of(), failures);
            assertEquals(lines(described), lines(made));
        }
        assertEquals(EnumSet.allOf(ObjectKind.class), kinds);
        assertEquals(List.of(), watchedRolesDropped(version));
    }

    private static List<String> watchedRolesDropped(PostgresVersion version) throws SQLException {
        try (WatchedDatabase other = new WatchedDatabase(version)) {
            other.run("DROP ROLE scripted_reader");
        }
        return List.of();
    }

    /** Runs each script in a transaction, again and again as long as that makes something: their order is not exact. */
    private static List<String> create(Map<ObjectId, Facts> described, WatchedDatabase target) {
        Map<ObjectId, String> failures = new LinkedHashMap<>();
        List<ObjectId> open = new ArrayList<>(described.keySet());
        open.removeIf(id -> id.kind() == ObjectKind.SCHEMA && id.name().equals("public"));
        boolean made = true;
        while (made) {
            made = false;
            failures.clear();
            for (ObjectId id : List.copyOf(open)) {
                String script = ObjectDdl.create(id, described.get(id));
                try {
                    target.run("BEGIN; " + script + "; COMMIT");
                    open.remove(id);
                    made = true;
                } catch (SQLException e) {
                    failures.put(id, script + e.getMessage());
                    rollback(target);
                }
            }
        }
        return List.copyOf(failures.values());
    }

    private static void rollback(WatchedDatabase target) {
        try {
            target.run("ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<ObjectId, Facts> facts(WatchedDatabase database) throws SQLException {
        Map<ObjectId, Facts> facts = new LinkedHashMap<>();
        for (ObjectNode object : database.live()) {
            ObjectId id = new ObjectId(
                    ObjectKind.of(object.required("kind").textValue()),
                    Optional.ofNullable(object.path("schema").textValue()),
                    object.required("name").textValue(),
                    Optional.ofNullable(object.path("signature").textValue()));
            facts.put(id, Facts.of(object.required("facts")));
        }
        return facts;
    }

    /** A redacted value is marked by a digest with a key that each database has of its own. */
    private static String lines(Map<ObjectId, Facts> facts) {
        Map<String, String> lines = new TreeMap<>();
        facts.forEach((id, of) ->
                lines.put(id.toString(), of.text().replaceAll("\\[redacted:\\p{XDigit}+\\]", "[redacted]")));
        return String.join("\n", lines.entrySet().stream().map(Object::toString).toList());
    }
}
