package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Lsn;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code pgoutput} protocol version 1. The bytes come from a server we do not trust: a length that does not fit, an
 * unknown message or trailing bytes fail, nothing is guessed.
 */
final class PgoutputDecoder {
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private PgoutputDecoder() {}

    /**
     * Decodes one message; {@code bytes} is used up.
     *
     * @throws CaptureException when the bytes are not a message of this protocol
     */
    static PgoutputMessage decode(ByteBuffer bytes) {
        char kind = '?';
        try {
            kind = (char) bytes.get();
            PgoutputMessage message = decode(kind, bytes);
            if (bytes.hasRemaining()) {
                throw new CaptureException(
                        "replication message '" + kind + "' has " + bytes.remaining() + " bytes too many");
            }
            return message;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new CaptureException("replication message '" + kind + "' ends too early", e);
        }
    }

    private static PgoutputMessage decode(char kind, ByteBuffer bytes) {
        return switch (kind) {
            case 'B' -> new PgoutputMessage.Begin(lsn(bytes), instant(bytes), Integer.toUnsignedLong(bytes.getInt()));
            case 'C' -> {
                bytes.get(); // flags, unused by the protocol
                yield new PgoutputMessage.Commit(lsn(bytes), lsn(bytes), instant(bytes));
            }
            case 'R' -> relation(bytes);
            case 'I' -> insert(bytes);
            case 'U' -> tampered("UPDATE", bytes);
            case 'D' -> tampered("DELETE", bytes);
            case 'T' -> truncated(bytes);
            case 'M' -> logical(bytes);
            case 'O', 'Y' -> {
                bytes.position(bytes.limit());
                yield new PgoutputMessage.Ignored(kind);
            }
            default -> throw new CaptureException("unknown replication message '" + kind + "'");
        };
    }

    private static PgoutputMessage relation(ByteBuffer bytes) {
        int oid = bytes.getInt();
        String schema = string(bytes);
        String name = string(bytes);
        bytes.get(); // replica identity
        int count = Short.toUnsignedInt(bytes.getShort());
        List<PgoutputMessage.Column> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bytes.get(); // flags: part of the key
            columns.add(new PgoutputMessage.Column(string(bytes), bytes.getInt()));
            bytes.getInt(); // type modifier
        }
        return new PgoutputMessage.Relation(oid, schema, name, columns);
    }

    private static PgoutputMessage insert(ByteBuffer bytes) {
        int relation = bytes.getInt();
        expect('N', (char) bytes.get());
        int count = Short.toUnsignedInt(bytes.getShort());
        List<Optional<String>> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            char form = (char) bytes.get();
            if (form == 'n') {
                values.add(Optional.empty());
            } else {
                expect('t', form); // 'u', an unchanged TOAST value, cannot be in a new row; 'b' was not asked for
                values.add(Optional.of(text(bytes, bytes.getInt())));
            }
        }
        return new PgoutputMessage.Insert(relation, values);
    }

    private static PgoutputMessage logical(ByteBuffer bytes) {
        boolean transactional = (bytes.get() & 1) != 0;
        Lsn position = lsn(bytes);
        String prefix = string(bytes);
        return new PgoutputMessage.Logical(position, transactional, prefix, text(bytes, bytes.getInt()));
    }

    private static PgoutputMessage tampered(String command, ByteBuffer bytes) {
        int relation = bytes.getInt();
        bytes.position(bytes.limit());
        return new PgoutputMessage.Tampered(command, List.of(relation));
    }

    private static PgoutputMessage truncated(ByteBuffer bytes) {
        int count = bytes.getInt();
        bytes.get(); // flags: CASCADE, RESTART IDENTITY
        if (count < 0 || count > bytes.remaining() / Integer.BYTES) {
            throw new BufferUnderflowException();
        }
        List<Integer> relations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            relations.add(bytes.getInt());
        }
        return new PgoutputMessage.Tampered("TRUNCATE", relations);
    }

    private static void expect(char expected, char actual) {
        if (expected != actual) {
            throw new CaptureException("replication message: expected '" + expected + "', was '" + actual + "'");
        }
    }

    private static Lsn lsn(ByteBuffer bytes) {
        return new Lsn(bytes.getLong());
    }

    private static Instant instant(ByteBuffer bytes) {
        return POSTGRES_EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
    }

    private static String string(ByteBuffer bytes) {
        int start = bytes.position();
        while (bytes.get() != 0) {
            continue;
        }
        int end = bytes.position() - 1;
        bytes.position(start);
        String text = text(bytes, end - start);
        bytes.get();
        return text;
    }

    private static String text(ByteBuffer bytes, int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }
}
