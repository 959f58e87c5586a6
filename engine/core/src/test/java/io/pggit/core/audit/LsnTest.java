package io.pggit.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LsnTest {
    @Test
    void textIsReadAndPrintedAlike() {
        assertEquals("16/B374D848", Lsn.parse("16/B374D848").toString());
        assertEquals("FFFFFFFF/FFFFFFFF", Lsn.parse("FFFFFFFF/FFFFFFFF").toString());
        assertEquals("0/0", Lsn.parse("0/0").toString());
    }

    @Test
    void orderIsUnsigned() {
        assertTrue(Lsn.parse("FFFFFFFF/0").compareTo(Lsn.parse("1/0")) > 0);
    }

    @Test
    void otherTextIsRefused() {
        for (String text : new String[] {"", "1", "/", "1/", "/1", "G/0", "1/2/3", "123456789/0", "-1/0", "+1/0"}) {
            assertThrows(IllegalArgumentException.class, () -> Lsn.parse(text), text);
        }
    }
}
