package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.capture.SqlFile;
import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every attribute of the facts of every kind, changed alone: the planner answers with statements, with a refusal, or says that
 * the facts are corrupt, but never with nothing.
 */
class AttributeCoverageIT {
    /** A subscription, and two types tied to their functions, with these. */
    private static final int REFUSED = 8;

    private static final PlanOptions OPTIONS = PlanOptions.forServer(18).runBy("postgres");

    @Test
    void aChangeOfAnyAttributeIsPlannedOrRefused() throws Exception {
        SortedMap<ObjectId, Facts> objects = everyAttribute();
        List<String> silent = new ArrayList<>();
        int mutations = 0;

        for (ObjectId id : objects.keySet()) {
            for (Mutation mutation : Mutation.all(id, objects.get(id).tree())) {
                mutations++;
                check(neighbours(objects, id), id, mutation, silent);
            }
        }

        System.out.println(mutations + " changes of attributes, " + silent.size() + " without an answer");
        assertEquals(List.of(), silent);
        assertEquals(
                EnumSet.allOf(ObjectKind.class),
                EnumSet.copyOf(objects.keySet().stream().map(ObjectId::kind).toList()));
    }

    /** A database that has every kind of object, and each attribute somewhere. */
    static SortedMap<ObjectId, Facts> everyAttribute() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                Connection connection = database.connect()) {
            String role = database.createRole("reader");
            database.run(
                    SqlFile.of(AttributeCoverageIT.class, "every_attribute").replace(":role", role));
            SortedMap<ObjectId, Facts> objects =
                    new TreeMap<>(CatalogReader.read(connection).objects());
            database.run("DROP SUBSCRIPTION incoming", "DROP USER MAPPING FOR " + role + " SERVER far");
            database.run("DROP OWNED BY " + role + " CASCADE");
            return objects;
        }
    }

    @Test
    void anEmptyDatabaseBecomesLikeItAndEmptyAgain() throws Exception {
        try (TestDatabase one = TestDatabase.on(PostgresVersion.newest());
                TestDatabase other = TestDatabase.on(PostgresVersion.newest());
                Connection empty = one.connect();
                Connection full = other.connect()) {
            String role = one.createRole("reader");
            other.run(SqlFile.of(AttributeCoverageIT.class, "every_attribute").replace(":role", role));
            Catalog before = CatalogReader.read(empty);
            Catalog after = CatalogReader.read(full);
            other.run("DROP SUBSCRIPTION incoming");
            Plan up = Planner.plan(before.objects(), after.objects(), OPTIONS);

            PlanRunner.run(up, empty);

            Catalog made = CatalogReader.read(empty);
            assertEquals(
                    up.refused().stream()
                            .map(refusal -> refusal.object() + " is only in the second")
                            .sorted()
                            .toList(),
                    Equivalence.differences(made, after).stream().sorted().toList());
            assertEquals(REFUSED, up.refused().size());
            PlanRunner.run(Planner.plan(made.objects(), before.objects(), OPTIONS), empty);
            assertEquals(List.of(), Equivalence.differences(CatalogReader.read(empty), before));
            other.run("DROP OWNED BY " + role + " CASCADE");
        }
    }

    /** Tables above and below others are told apart by the company they are in. */
    private static SortedMap<ObjectId, Facts> neighbours(SortedMap<ObjectId, Facts> objects, ObjectId id) {
        SortedMap<ObjectId, Facts> company = new TreeMap<>(Map.of(id, objects.get(id)));
        for (String tree : List.of("pare", "chil", "part")) {
            boolean member = id.kind() == ObjectKind.TABLE && id.name().startsWith(tree);
            objects.forEach((other, facts) -> {
                if (member && other.kind() == ObjectKind.TABLE && other.name().startsWith("par")) {
                    company.put(other, facts);
                }
            });
        }
        return company;
    }

    private static void check(SortedMap<ObjectId, Facts> objects, ObjectId id, Mutation mutation, List<String> silent) {
        SortedMap<ObjectId, Facts> mutated = new TreeMap<>(objects);
        mutated.put(id, Facts.of(mutation.tree()));
        answer(id, objects, mutated, mutation.path(), silent);
        answer(id, mutated, objects, mutation.path() + ", the other way", silent);
    }

    private static void answer(
            ObjectId id,
            SortedMap<ObjectId, Facts> before,
            SortedMap<ObjectId, Facts> after,
            String path,
            List<String> silent) {
        try {
            Plan plan = Planner.plan(before, after, OPTIONS);
            if (plan.isEmpty()) {
                silent.add(Names.statementTarget(id) + ": " + path);
            }
        } catch (CorruptFacts corrupt) {
            // a clear answer as well
        } catch (RuntimeException e) {
            silent.add(Names.statementTarget(id) + ": " + path + " fails: " + e + " at " + e.getStackTrace()[0]
                    + e.getStackTrace()[1]);
        }
    }
}
