package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.Neighbourhood;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Plans around what differs are the plans between the whole trees, statement by statement: a few objects of a real catalog are
 * changed by chance or dropped. The build takes the same few each time; {@code -Dpggit.neighbourhoods=2000} makes more.
 */
class NeighbourhoodIT {
    private static final int CHANGES = Integer.getInteger("pggit.neighbourhoods", 200);
    private static final long SEED = Long.getLong("pggit.random.seed", 1L);
    private static final int MOST_OBJECTS = 3;
    private static final PlanOptions OPTIONS = PlanOptions.forServer(18).runBy("postgres");

    @Test
    void everyKindOfObject() throws Exception {
        compare(AttributeCoverageIT.everyAttribute());
    }

    @Test
    void schemasMadeByChance() throws Exception {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                    // the driver cannot take every script apart
                    Connection connection = DriverManager.getConnection(database.url() + "&preferQueryMode=simple");
                    Statement statement = connection.createStatement()) {
                String role = database.createRole("reader");
                statement.execute(RandomSchema.of(seed).replace("random_reader", role));
                compare(CatalogReader.read(connection).objects());
                database.run("DROP OWNED BY " + role + " CASCADE");
            }
        }
    }

    /** What is changed together, and by what. */
    private record Case(SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after, List<String> changes) {
        static Case of(SortedMap<ObjectId, Facts> objects, Random random) {
            List<ObjectId> ids = List.copyOf(objects.keySet());
            Case made = new Case(new TreeMap<>(objects), new TreeMap<>(objects), new ArrayList<>());
            for (int i = random.nextInt(MOST_OBJECTS); i >= 0; i--) {
                made.change(ids.get(random.nextInt(ids.size())), random);
            }
            return made;
        }

        private void change(ObjectId id, Random random) {
            SortedMap<ObjectId, Facts> side = random.nextBoolean() ? before : after;
            if (!side.containsKey(id)) {
                return;
            }
            List<Mutation> mutations = Mutation.all(id, side.get(id).tree());
            if (random.nextInt(4) == 0 || mutations.isEmpty()) {
                side.remove(id);
                changes.add(Names.statementTarget(id) + " is not there");
            } else {
                Mutation mutation = mutations.get(random.nextInt(mutations.size()));
                side.put(id, Facts.of(mutation.tree()));
                changes.add(Names.statementTarget(id) + ": " + mutation.path());
            }
        }
    }

    private static void compare(SortedMap<ObjectId, Facts> objects) {
        SortedMap<ObjectId, Facts> recorded =
                Trial.asRecorded(new Catalog(objects, new TreeSet<>())).objects();
        int smaller = 0;
        for (int i = 0; i < CHANGES; i++) {
            Case change = Case.of(i % 2 == 0 ? objects : recorded, new Random(SEED + i));
            Neighbourhood whole = new Neighbourhood(change.before, change.after, new TreeMap<>());
            Neighbourhood around = Neighbourhood.of(change.before, change.after, List.of());

            assertEquals(outcome(whole), outcome(around), () -> change.changes.toString());
            smaller += around.before().size() * 2 < objects.size() ? 1 : 0;
        }
        System.out.println("of " + CHANGES + " neighbourhoods in " + objects.size() + " objects, " + smaller
                + " have less than half of them");
        assertTrue(smaller > CHANGES / 2, "neighbourhoods are nearly everything");
    }

    /** A plan, or why there is none. */
    private static Object outcome(Neighbourhood states) {
        try {
            return Planner.plan(states, List.of(), OPTIONS);
        } catch (RuntimeException failure) {
            return failure.toString();
        }
    }
}
