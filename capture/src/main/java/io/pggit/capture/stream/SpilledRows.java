package io.pggit.capture.stream;

import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.StoredRows;
import io.pggit.core.audit.WrittenRow;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Rows in a temporary file that is deleted as soon as it is open; the system frees it when nobody holds this list any more.
 * Appended to by one thread, then only read.
 */
final class SpilledRows extends StoredRows {
    private static final int BUFFER = 1 << 18;
    private static final AuditEvent[] EVENTS = AuditEvent.values();

    private final FileChannel file;
    private ByteBuffer pending = ByteBuffer.allocate(BUFFER);
    private long written;
    private int size;

    private SpilledRows(FileChannel file) {
        this.file = file;
    }

    static SpilledRows create() throws IOException {
        Path path = Files.createTempFile("pggit-transaction", ".rows");
        return new SpilledRows(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** A row is its number, transaction, event, and the lengths and texts of the key it closes and its JSON. */
    void append(WrittenRow row) throws IOException {
        byte[] key = row.closes().orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] json = row.json().getBytes(StandardCharsets.UTF_8);
        int size = 2 * Long.BYTES + Byte.BYTES + 2 * Integer.BYTES + key.length + json.length;
        if (pending.remaining() < size) {
            flush();
        }
        if (pending.remaining() < size) {
            pending = ByteBuffer.allocate(size);
        }
        pending.putLong(row.seq()).putLong(row.xid()).put((byte) row.event().ordinal());
        pending.putInt(key.length).put(key).putInt(json.length).put(json);
        this.size++;
    }

    private void flush() throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            written += file.write(pending, written);
        }
        pending.clear();
    }

    @Override
    public AuditRow get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("row " + index + " of " + size);
        }
        Iterator<WrittenRow> rows = written();
        for (int i = 0; i < index; i++) {
            rows.next();
        }
        return AuditColumns.read(rows.next());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<AuditRow> iterator() {
        Iterator<WrittenRow> rows = written();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public AuditRow next() {
                return AuditColumns.read(rows.next());
            }
        };
    }

    @Override
    public Iterator<WrittenRow> written() {
        try {
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reading(new DataInputStream(new BufferedInputStream(new Part(), BUFFER)), size);
    }

    /** The file from its beginning, at a place of its own. */
    private final class Part extends InputStream {
        private long place;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = file.read(ByteBuffer.wrap(into, offset, length), place);
            place += Math.max(count, 0);
            return count;
        }
    }

    private static final class Reading implements Iterator<WrittenRow> {
        private final DataInputStream in;
        private int left;

        Reading(DataInputStream in, int left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public WrittenRow next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                long seq = in.readLong();
                long xid = in.readLong();
                AuditEvent event = EVENTS[in.readByte()];
                Optional<String> closes = Optional.of(text()).filter(key -> !key.isEmpty());
                return new WrittenRow(seq, xid, event, closes, text());
            } catch (IOException e) {
                throw new UncheckedIOException("a large transaction cannot be read back from its file", e);
            }
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
    }
}
