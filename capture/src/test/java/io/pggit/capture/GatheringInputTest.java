package io.pggit.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class GatheringInputTest {
    @Test
    void aPeekAfterTheLastByteTimesOutAtOnceAndTheNextOneWaits() throws IOException {
        GatheringInput input = new GatheringInput(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        input.timeout(1);

        byte[] read = input.readNBytes(3);

        assertArrayEquals(new byte[] {1, 2, 3}, read);
        assertThrows(SocketTimeoutException.class, input::read);
        assertEquals(-1, input.read());
    }

    @Test
    void aReadWithAnotherTimeoutIsNeverCutShort() throws IOException {
        GatheringInput input = new GatheringInput(new ByteArrayInputStream(new byte[] {1}));
        input.timeout(10_000);

        assertEquals(1, input.read());
        assertEquals(-1, input.read());
    }

    @Test
    void whatComesInBulkIsHandedOnWhole() throws IOException {
        byte[] much = new byte[1 << 20];
        much[much.length - 1] = 7;
        GatheringInput input = new GatheringInput(new ByteArrayInputStream(much));

        byte[] read = input.readAllBytes();

        assertArrayEquals(much, read);
    }
}
