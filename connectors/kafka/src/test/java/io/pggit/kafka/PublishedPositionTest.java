package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedPositionTest {
    private static final UUID OWN = UUID.randomUUID();

    @Test
    void aJournalThatStartedOverIsComparedWithItsOwnEventsUntilItsEndAndWithOthersForEver() {
        PublishedPosition over = PublishedPosition.startOver(OWN);

        assertEquals(Set.of(OWN.toString()), over.earlier());
        assertEquals(
                Set.of("before"),
                over.beside(Set.of("before", OWN.toString())).atEnd().earlier());
    }
}
