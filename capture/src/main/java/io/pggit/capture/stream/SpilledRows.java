package io.pggit.capture.stream;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.core.audit.StoredRows;
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

/**
 * Rows in a temporary file that is deleted as soon as it is open; the system frees it when nobody holds this list any more.
 * Appended to by one thread, then only read.
 */
final class SpilledRows extends StoredRows {
    private static final JsonMapper JSON = mapper();
    private static final int BUFFER = 1 << 18;

    private final FileChannel file;
    private ByteBuffer pending = ByteBuffer.allocate(BUFFER);
    private long written;
    private int size;

    private SpilledRows(FileChannel file) {
        this.file = file;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder().build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return mapper;
    }

    static SpilledRows create() throws IOException {
        Path path = Files.createTempFile("pggit-transaction", ".rows");
        return new SpilledRows(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** A row is its length and its JSON. */
    void append(AuditRow row) throws IOException {
        byte[] text = AuditRowJson.write(row).toString().getBytes(StandardCharsets.UTF_8);
        if (pending.remaining() < Integer.BYTES + text.length) {
            flush();
        }
        if (pending.remaining() < Integer.BYTES + text.length) {
            pending = ByteBuffer.allocate(Integer.BYTES + text.length);
        }
        pending.putInt(text.length).put(text);
        size++;
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
        Iterator<AuditRow> rows = iterator();
        for (int i = 0; i < index; i++) {
            rows.next();
        }
        return rows.next();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<AuditRow> iterator() {
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

    private static final class Reading implements Iterator<AuditRow> {
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
        public AuditRow next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                return AuditRowJson.read(JSON.readTree(in.readNBytes(in.readInt())));
            } catch (IOException e) {
                throw new UncheckedIOException("a large transaction cannot be read back from its file", e);
            }
        }
    }
}
