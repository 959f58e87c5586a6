package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Lsn;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PgoutputDecoderTest {
    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private static final Writer INSERT = out -> {
        out.writeByte('I');
        out.writeInt(16_400);
        out.writeByte('N');
        out.writeShort(2);
        out.writeByte('t');
        byte[] text = "naïve".getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.writeByte('n');
    };

    @Test
    void aTransactionBeginsWithItsCommitPlaceAndTime() {
        byte[] begin = bytes(out -> {
            out.writeByte('B');
            out.writeLong(0x16B374D848L);
            out.writeLong(1_000_001);
            out.writeInt(-1);
        });

        PgoutputMessage message = PgoutputDecoder.decode(ByteBuffer.wrap(begin));

        assertEquals(
                new PgoutputMessage.Begin(
                        Lsn.parse("16/B374D848"), Instant.parse("2000-01-01T00:00:01.000001Z"), 0xFFFFFFFFL),
                message);
    }

    @Test
    void nullAndTextAreToldApart() {
        PgoutputMessage message = PgoutputDecoder.decode(ByteBuffer.wrap(bytes(INSERT)));

        assertEquals(new PgoutputMessage.Insert(16_400, List.of(Optional.of("naïve"), Optional.empty())), message);
    }

    @Test
    void everyTruncationOfAMessageIsRefused() {
        byte[] whole = bytes(INSERT);

        for (int length = 0; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(java.util.Arrays.copyOf(whole, length));
            assertThrows(CaptureException.class, () -> PgoutputDecoder.decode(part), "length " + length);
        }
    }

    @Test
    void trailingBytesAndUnknownKindsAreRefused() {
        byte[] longer = java.util.Arrays.copyOf(bytes(INSERT), bytes(INSERT).length + 1);

        assertThrows(CaptureException.class, () -> PgoutputDecoder.decode(ByteBuffer.wrap(longer)));
        assertThrows(CaptureException.class, () -> PgoutputDecoder.decode(ByteBuffer.wrap(new byte[] {'Z'})));
    }

    @Test
    void lengthsThatCannotBeAreRefused() {
        byte[] negative = bytes(out -> {
            out.writeByte('I');
            out.writeInt(1);
            out.writeByte('N');
            out.writeShort(1);
            out.writeByte('t');
            out.writeInt(-5);
        });

        assertThrows(CaptureException.class, () -> PgoutputDecoder.decode(ByteBuffer.wrap(negative)));
    }

    @Test
    void changesOfAppendOnlyTablesAreReported() {
        byte[] truncate = bytes(out -> {
            out.writeByte('T');
            out.writeInt(2);
            out.writeByte(0);
            out.writeInt(7);
            out.writeInt(8);
        });

        assertEquals(
                new PgoutputMessage.Tampered("UPDATE", List.of(1)),
                PgoutputDecoder.decode(ByteBuffer.wrap(new byte[] {'U', 0, 0, 0, 1, 'N', 0, 0})));
        assertEquals(
                new PgoutputMessage.Tampered("DELETE", List.of(1)),
                PgoutputDecoder.decode(ByteBuffer.wrap(new byte[] {'D', 0, 0, 0, 1, 'K', 0, 0})));
        assertEquals(
                new PgoutputMessage.Tampered("TRUNCATE", List.of(7, 8)),
                PgoutputDecoder.decode(ByteBuffer.wrap(truncate)));
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
