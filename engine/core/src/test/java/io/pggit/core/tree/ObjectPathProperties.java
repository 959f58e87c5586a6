package io.pggit.core.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.Seeds;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectPathProperties {
    @Test
    void noTwoObjectsShareAPathEvenWhereCaseDoesNotCount() {
        Map<String, ObjectId> byPath = new HashMap<>();

        Seeds.holds(50_000, random -> {
            ObjectId id = id(random);
            ObjectId other = byPath.putIfAbsent(ObjectPath.of(id).stem().toLowerCase(Locale.ROOT), id);

            assertTrue(other == null || other.equals(id), () -> id + " and " + other);
        });
    }

    @Test
    void aPathThatIsNotCutLeadsBackToItsObject() {
        Seeds.holds(50_000, random -> {
            ObjectId id = id(random);
            ObjectPath path = ObjectPath.of(id);

            assertTrue(path.id().equals(Optional.of(id)) || path.id().isEmpty(), () -> id + " and " + path.id());
            assertTrue(path.id().isPresent() || path.stem().matches(".*[@(].*"), path::stem);
        });
    }

    @Test
    void aPathIsPlainAsciiWithoutSpecialNames() {
        Seeds.holds(20_000, random -> {
            ObjectPath path = ObjectPath.of(id(random));

            for (String part : path.stem().split("/")) {
                assertTrue(part.matches("[a-z0-9_$.,()%@-]+"), part);
                assertFalse(part.startsWith(".") || part.equals("con") || part.equals("aux"), part);
                assertTrue(part.length() <= PathEncoding.LIMIT, part);
            }
            assertFalse(path.schema().endsWith("."), path.schema());
        });
    }

    @Test
    void usualNamesStandAsTheyAre() {
        assertEquals("public/tables/users", stem(ObjectKind.TABLE, "public", "users"));
        assertEquals("public/schema", stem(ObjectKind.SCHEMA, "", "public"));
        assertEquals("@database/extensions/pg_trgm", stem(ObjectKind.EXTENSION, "", "pg_trgm"));
        assertEquals("public/tables/%55sers", stem(ObjectKind.TABLE, "public", "Users"));
        assertEquals("%2egit/tables/%2e%2e", stem(ObjectKind.TABLE, ".git", ".."));
        assertEquals("public/tables/a%20", stem(ObjectKind.TABLE, "public", "a "));
        ObjectId routine =
                new ObjectId(ObjectKind.FUNCTION, Optional.of("public"), "f", Optional.of("integer, text[]"));
        assertEquals(
                "public/functions/f(integer,text%5b%5d)", ObjectPath.of(routine).stem());
    }

    @Test
    void whatIsTooLongIsCutAndStaysUnique() {
        String types = "character varying, ".repeat(99);
        ObjectId one = new ObjectId(ObjectKind.FUNCTION, Optional.of("s"), "f", Optional.of(types + "text"));
        ObjectId other = new ObjectId(ObjectKind.FUNCTION, Optional.of("s"), "f", Optional.of(types + "date"));

        assertEquals(PathEncoding.LIMIT, ObjectPath.of(one).name().length());
        assertFalse(ObjectPath.of(one).equals(ObjectPath.of(other)));
    }

    private static String stem(ObjectKind kind, String schema, String name) {
        Optional<String> in = schema.isEmpty() ? Optional.empty() : Optional.of(schema);
        return ObjectPath.of(new ObjectId(kind, in, name, Optional.empty())).stem();
    }

    private static ObjectId id(Random random) {
        ObjectKind kind = ObjectKind.values()[random.nextInt(ObjectKind.values().length)];
        boolean routine = kind == ObjectKind.FUNCTION || kind == ObjectKind.AGGREGATE || kind == ObjectKind.PROCEDURE;
        boolean global = kind == ObjectKind.SCHEMA || kind == ObjectKind.EXTENSION;
        return new ObjectId(
                kind,
                global ? Optional.empty() : Optional.of(Seeds.name(random)),
                Seeds.name(random),
                routine ? Optional.of(Seeds.name(random)) : Optional.empty());
    }
}
