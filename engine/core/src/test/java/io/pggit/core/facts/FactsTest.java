package io.pggit.core.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final Supplier<Facts> UNREADABLE = () -> {
        throw new AssertionError("read");
    };

    private static Facts owned(String owner) {
        return Facts.of(JsonNodeFactory.instance.objectNode().put("owner", owner));
    }

    @Test
    void storedFactsOfOneContentAreEqualWithoutBeingRead() {
        assertEquals(Facts.stored("a", UNREADABLE), Facts.stored("a", UNREADABLE));
    }

    @Test
    void storedFactsAreWhatIsStored() {
        Facts stored = Facts.stored("a", () -> owned("ann"));

        assertEquals(owned("ann"), stored);
        assertEquals(stored, Facts.stored("b", () -> owned("ann")));
        assertNotEquals(stored, Facts.stored("c", () -> owned("bob")));
        assertEquals("{\"owner\":\"ann\"}", stored.text());
    }

    @Test
    void storedFactsAreReadOnce() {
        int[] reads = {0};
        Facts stored = Facts.stored("a", () -> {
            reads[0]++;
            return owned("ann");
        });

        assertEquals(stored.text() + stored.hashCode(), stored.tree().toString() + stored.hashCode());
        assertEquals(1, reads[0]);
    }
}
