package io.pggit.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void aFindingIsOneLineWhateverItsNames() {
        Finding finding = new Finding(
                "facts_lost", "DROP TABLE", Optional.empty(), Optional.of("a\nERROR b"), "in \u202e\u001b[2J");

        assertEquals("facts_lost DROP TABLE by a\\nERROR b: in \\u202e\\u001b[2J", finding.line());
    }
}
