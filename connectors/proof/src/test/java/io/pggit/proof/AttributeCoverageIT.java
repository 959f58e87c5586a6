package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every attribute of the facts of every kind, changed alone: the planner answers with statements, with a refusal, or says that
 * the facts are corrupt, but never with nothing.
 */
class AttributeCoverageIT {
    /** What follows from other parts, or cannot be changed: what uses what, what is inherited, the order of columns. */
    private static final Set<String> DERIVED =
            Set.of("depends_on", "uses", "inherited", "column_order", "attribute_order");

    /** What an absent attribute means as well. */
    private static final Set<JsonNode> USUAL = Set.of(BooleanNode.FALSE, TextNode.valueOf("origin"));

    /** The only replica identity that is told once: an index says so itself, and so does its table. */
    private static final JsonNode FULL = TextNode.valueOf("full");

    private static final Set<String> WITH_COLUMNS = Set.of("columns", "attributes");

    /** The kinds SECURITY LABEL takes. */
    private static final Set<ObjectKind> LABELLED = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.SEQUENCE,
            ObjectKind.SCHEMA,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.LANGUAGE,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.PUBLICATION,
            ObjectKind.SUBSCRIPTION);

    /** A subscription, and two types tied to their functions, with these. */
    private static final int REFUSED = 8;

    private static final PlanOptions OPTIONS = PlanOptions.forServer(18).runBy("postgres");

    @Test
    void aChangeOfAnyAttributeIsPlannedOrRefused() throws Exception {
        SortedMap<ObjectId, Facts> objects = everyAttribute();
        List<String> silent = new ArrayList<>();
        int mutations = 0;

        for (ObjectId id : objects.keySet()) {
            for (Mutation mutation : mutations(id, objects.get(id).tree())) {
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

    private static SortedMap<ObjectId, Facts> everyAttribute() throws Exception {
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

    private record Mutation(String path, ObjectNode tree) {}

    private static List<Mutation> mutations(ObjectId id, ObjectNode tree) {
        List<Mutation> mutations = new ArrayList<>();
        labels(id, tree, mutations);
        change(tree, tree, "", mutations);
        return mutations;
    }

    /** No label provider comes with PostgreSQL, so no database of a test has labels. */
    private static void labels(ObjectId id, ObjectNode tree, List<Mutation> mutations) {
        if (LABELLED.contains(id.kind())) {
            ObjectNode labelled = tree.deepCopy();
            labelled.putObject("security_labels").put("provider", "secret");
            mutations.add(new Mutation("security_labels", labelled));
        }
        for (String group : WITH_COLUMNS) {
            tree.path(group).fieldNames().forEachRemaining(column -> {
                ObjectNode labelled = tree.deepCopy();
                ((ObjectNode) labelled.path(group).path(column))
                        .putObject("security_labels")
                        .put("provider", "secret");
                mutations.add(new Mutation(group + "." + column + ".security_labels", labelled));
            });
        }
    }

    /** {@code node} is changed in place, and put back: what is kept is a copy of {@code root}. */
    private static void change(ObjectNode root, JsonNode node, String path, List<Mutation> mutations) {
        if (node.isArray()) {
            ArrayNode array = (ArrayNode) node;
            array.add("added");
            mutations.add(new Mutation(path + " with one more", root.deepCopy()));
            array.remove(array.size() - 1);
            return;
        }
        ObjectNode object = (ObjectNode) node;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = object.get(name);
            if (DERIVED.contains(name) || name.equals("replica_identity") && !FULL.equals(value)) {
                continue;
            }
            String inner = path.isEmpty() ? name : path + "." + name;
            if (!USUAL.contains(value)) {
                object.remove(name);
                mutations.add(new Mutation(inner + " removed", root.deepCopy()));
                object.set(name, value);
            }
            if (value.isContainerNode()) {
                change(root, value, inner, mutations);
            } else {
                replace(object, name, value);
                mutations.add(new Mutation(inner + " changed", root.deepCopy()));
                object.set(name, value);
            }
        }
    }

    private static void replace(ObjectNode object, String name, JsonNode value) {
        if (value.isBoolean()) {
            object.put(name, !value.booleanValue());
        } else if (value.isNumber()) {
            object.put(name, value.longValue() + 1);
        } else {
            object.put(name, value.textValue() + "x");
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
