package io.pggit.core.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final Supplier<Facts> UNREADABLE = () -> {
        throw new AssertionError("read");
    };

    private static Facts stored(String content, Supplier<Facts> reader) {
        return Facts.stored(content, reader, () -> reader.get().ties());
    }

    private static Facts owned(String owner) {
        return Facts.of(JsonNodeFactory.instance.objectNode().put("owner", owner));
    }

    @Test
    void storedFactsOfOneContentAreEqualWithoutBeingRead() {
        assertEquals(stored("a", UNREADABLE), stored("a", UNREADABLE));
    }

    @Test
    void storedFactsAreWhatIsStored() {
        Facts stored = stored("a", () -> owned("ann"));

        assertEquals(owned("ann"), stored);
        assertEquals(stored, stored("b", () -> owned("ann")));
        assertNotEquals(stored, stored("c", () -> owned("bob")));
        assertEquals("{\"owner\":\"ann\"}", stored.text());
    }

    @Test
    void storedFactsAreReadOnce() {
        int[] reads = {0};
        Facts stored = stored("a", () -> {
            reads[0]++;
            return owned("ann");
        });

        assertEquals(stored.text() + stored.hashCode(), stored.tree().toString() + stored.hashCode());
        assertEquals(1, reads[0]);
    }

    @Test
    void tiesAreToldWithoutReading() {
        Ties ties = Facts.of(JsonNodeFactory.instance.objectNode()).ties();

        assertSame(ties, Facts.stored("a", UNREADABLE, () -> ties).ties());
    }

    @Test
    void tiesAreAllThatFactsSayOfOthers() throws Exception {
        Facts facts = Facts.of(new ObjectMapper().readTree("""
                {"depends_on": ["schema public"],
                 "uses": {"": {"table public.a": ["id"]}, "column x": {"type public.b": []}},
                 "indexes": {"i": {"depends_on": ["function public.c(integer)"]}},
                 "statistics": {"s": {"depends_on": ["type public.d"]}},
                 "inherits": ["public.e"], "partition_of": {"parent": "public.f"},
                 "owned_by": {"schema": "public", "table": "g", "column": "id"},
                 "columns": {"id": {"not_null": true}, "x": {"not_null": true, "not_null_name": "named"}}}"""));

        assertEquals(
                new Ties(
                        Set.of(
                                "schema public",
                                "table public.a",
                                "type public.b",
                                "function public.c(integer)",
                                "type public.d"),
                        List.of("public.e", "public.f"),
                        Optional.of(new ObjectId(ObjectKind.TABLE, Optional.of("public"), "g", Optional.empty())),
                        Set.of("named")),
                facts.ties());
    }
}
