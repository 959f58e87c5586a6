package io.pggit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void everySeedDrawsItsOwnCase() {
        List<Long> drawn = new ArrayList<>();

        Seeds.holds(7, 3, random -> drawn.add(random.nextLong()));

        assertEquals(List.of(new Random(7).nextLong(), new Random(8).nextLong(), new Random(9).nextLong()), drawn);
    }

    @Test
    void theFailingSeedIsNamed() {
        long bad = new Random(12).nextLong();

        AssertionError failure = assertThrows(
                AssertionError.class, () -> Seeds.holds(10, 5, random -> assertTrue(random.nextLong() != bad)));

        assertTrue(failure.getMessage().contains("-Dpggit.seed=12"), failure.getMessage());
    }
}
