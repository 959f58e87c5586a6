package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenameIT {
    private static final String[] OLD = {
        "CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL CHECK (email <> ''))",
        "CREATE INDEX users_email ON users (lower(email))",
        "CREATE TABLE posts (author integer REFERENCES users (id))",
        "CREATE VIEW addresses AS SELECT email FROM users"
    };
    private static final ObjectId PEOPLE =
            new ObjectId(ObjectKind.TABLE, Optional.of("public"), "people", Optional.empty());

    @Test
    void aRenameThatHistoryKnowsKeepsTheRows() throws Exception {
        for (PostgresVersion version : List.of(PostgresVersion.V15, PostgresVersion.V18)) {
            try (TestDatabase one = TestDatabase.on(version);
                    TestDatabase other = TestDatabase.on(version);
                    Connection connection = one.connect();
                    Connection goal = other.connect()) {
                one.run(OLD);
                one.run("INSERT INTO users VALUES (1, 'a@b')");
                other.run(OLD);
                other.run(
                        "ALTER TABLE users RENAME TO people",
                        "ALTER TABLE people RENAME COLUMN email TO mail",
                        "ALTER INDEX users_email RENAME TO people_mail");
                Catalog after = CatalogReader.read(goal);
                List<Rename> renames = List.of(
                        new Rename("table", PEOPLE, "public.users", "public.people"),
                        new Rename("column", PEOPLE, "email", "mail"),
                        new Rename("index", PEOPLE, "users_email", "people_mail"));
                Plan plan = Planner.plan(
                        CatalogReader.read(connection).objects(),
                        after.objects(),
                        renames,
                        PlanOptions.forServer(version.major()).runBy("postgres"));

                PlanRunner.run(plan, connection);

                assertEquals(List.of(), Equivalence.differences(CatalogReader.read(connection), after));
                assertEquals(List.of(), plan.dataLoss());
                assertEquals(
                        List.of(
                                "ALTER TABLE public.users RENAME TO people",
                                "ALTER TABLE public.people RENAME COLUMN email TO mail",
                                "ALTER INDEX public.users_email RENAME TO people_mail"),
                        plan.sql().subList(0, 3));
                assertEquals(4, plan.sql().size(), () -> "the view is replaced, nothing else: " + plan.sql());
            }
        }
    }
}
