package io.pggit.runtime.repository;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.eclipse.jgit.internal.storage.file.BasePackIndexWriter;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.internal.storage.pack.DeltaEncoder;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.transport.PackedObjectInfo;
import org.eclipse.jgit.util.NB;

/**
 * One pack in the making (gitformat-pack(5)), of many commits at once. JGit's own inserter writes each version of a folder as
 * a whole; here one that follows another of the same pack is written as the difference, as {@code git fast-import} does.
 * The same objects in the same order give the same file. For one thread.
 */
final class BulkPack implements Closeable {
    /** What the name of a pack in the making begins with; git sweeps such files away too. */
    private static final String TEMPORARY = "tmp_pack_";

    private static final int HEADER = 12;
    private static final int BUFFER = 1 << 18;
    /** Most differences to go through to read an object. */
    private static final int DEPTH = 24;

    private final ObjectDirectory directory;
    private final File temporary;
    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long written;

    private final List<Entry> entries = new ArrayList<>();
    private final ObjectIdOwnerMap<Entry> byId = new ObjectIdOwnerMap<>();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Inflater inflater = new Inflater();
    private final byte[] compressed = new byte[1 << 14];
    private final CRC32 crc = new CRC32();
    private boolean complete;

    /** Where an object of this pack is. */
    private static final class Entry extends PackedObjectInfo {
        private final Optional<Entry> base;
        private final int depth;
        private int inflatedBytes;
        private long data;
        private long end;

        Entry(AnyObjectId id, int type, Optional<Entry> base) {
            super(id);
            this.base = base;
            this.depth = base.map(below -> below.depth + 1).orElse(0);
            setType(type);
        }
    }

    BulkPack(ObjectDirectory directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory.getPackDirectory().toPath());
        this.temporary = File.createTempFile(TEMPORARY, "", directory.getPackDirectory());
        this.file = new RandomAccessFile(temporary, "rw");
        write(header(0), 0, HEADER);
    }

    /** Removes what a crash left of packs in the making; only while none is. */
    static void sweep(ObjectDirectory directory) throws IOException {
        File[] left = directory.getPackDirectory().listFiles((folder, name) -> name.startsWith(TEMPORARY));
        for (File file : left == null ? new File[0] : left) {
            Files.deleteIfExists(file.toPath());
        }
    }

    private static byte[] header(int objects) {
        byte[] header = new byte[HEADER];
        System.arraycopy(Constants.PACK_SIGNATURE, 0, header, 0, 4);
        NB.encodeInt32(header, 4, 2);
        NB.encodeInt32(header, 8, objects);
        return header;
    }

    /** Writes an object; one that is here already is left out. */
    void write(ObjectId id, int type, byte[] content, int offset, int length) throws IOException {
        if (!byId.contains(id)) {
            write(new Entry(id, type, Optional.empty()), type, content, offset, length);
        }
    }

    /** Writes a tree, as the difference from an earlier one if that is here too and has much in common with it. */
    void writeTree(ObjectId id, byte[] content, ObjectId earlier, byte[] earlierContent) throws IOException {
        if (byId.contains(id)) {
            return;
        }
        Optional<Entry> base = Optional.ofNullable(byId.get(earlier)).filter(entry -> entry.depth < DEPTH);
        Optional<byte[]> delta = base.isPresent() ? delta(earlierContent, content) : Optional.empty();
        if (delta.isPresent()) {
            byte[] difference = delta.get();
            write(new Entry(id, Constants.OBJ_TREE, base), Constants.OBJ_OFS_DELTA, difference, 0, difference.length);
        } else {
            write(id, Constants.OBJ_TREE, content, 0, content.length);
        }
    }

    /** What is between the common beginning and the common end; empty when that is most of it. */
    private static Optional<byte[]> delta(byte[] from, byte[] to) throws IOException {
        int shorter = Math.min(from.length, to.length);
        int mismatch = Arrays.mismatch(from, to);
        int prefix = mismatch < 0 ? shorter : mismatch;
        int suffix = 0;
        while (suffix < shorter - prefix && from[from.length - 1 - suffix] == to[to.length - 1 - suffix]) {
            suffix++;
        }
        int middle = to.length - prefix - suffix;
        if (middle > to.length / 2) {
            return Optional.empty();
        }
        ByteArrayOutputStream delta = new ByteArrayOutputStream();
        DeltaEncoder encoder = new DeltaEncoder(delta, from.length, to.length);
        encoder.copy(0, prefix);
        encoder.insert(to, prefix, middle);
        encoder.copy(from.length - suffix, suffix);
        return Optional.of(delta.toByteArray());
    }

    private void write(Entry entry, int storedAs, byte[] content, int offset, int length) throws IOException {
        entry.setOffset(written + buffered);
        entry.inflatedBytes = length;
        crc.reset();
        byte[] head = new byte[32];
        int size = typeAndSize(head, storedAs, length);
        if (entry.base.isPresent()) {
            size = backOffset(head, size, entry.getOffset() - entry.base.get().getOffset());
        }
        write(head, 0, size);
        entry.data = written + buffered;
        deflater.reset();
        deflater.setInput(content, offset, length);
        deflater.finish();
        while (!deflater.finished()) {
            write(compressed, 0, deflater.deflate(compressed));
        }
        entry.end = written + buffered;
        entry.setCRC((int) crc.getValue());
        entries.add(entry);
        byId.add(entry);
    }

    private static int typeAndSize(byte[] to, int type, long length) {
        long left = length >>> 4;
        to[0] = (byte) ((left > 0 ? 0x80 : 0) | type << 4 | length & 0x0F);
        int size = 1;
        while (left > 0) {
            to[size++] = (byte) ((left > 0x7F ? 0x80 : 0) | left & 0x7F);
            left >>>= 7;
        }
        return size;
    }

    /** The distance to the base, in git's way of numbers for it: each further byte counts from one. */
    private static int backOffset(byte[] to, int at, long distance) {
        byte[] digits = new byte[10];
        int first = digits.length - 1;
        long left = distance;
        digits[first] = (byte) (left & 0x7F);
        for (left >>>= 7; left > 0; left >>>= 7) {
            left--;
            digits[--first] = (byte) (0x80 | left & 0x7F);
        }
        System.arraycopy(digits, first, to, at, digits.length - first);
        return at + digits.length - first;
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        if (length > buffer.length - buffered) {
            empty();
        }
        if (length > buffer.length) {
            file.write(bytes, offset, length);
            written += length;
        } else {
            System.arraycopy(bytes, offset, buffer, buffered, length);
            buffered += length;
        }
    }

    private void empty() throws IOException {
        file.seek(written);
        file.write(buffer, 0, buffered);
        written += buffered;
        buffered = 0;
    }

    /** An object of this pack; empty when it is not here. */
    Optional<ObjectLoader> read(AnyObjectId id) throws IOException {
        Entry entry = byId.get(id);
        if (entry == null) {
            return Optional.empty();
        }
        empty();
        return Optional.of(new ObjectLoader.SmallObject(entry.getType(), content(entry)));
    }

    private byte[] content(Entry entry) throws IOException {
        byte[] raw = new byte[Math.toIntExact(entry.end - entry.data)];
        file.seek(entry.data);
        file.readFully(raw);
        byte[] content = new byte[entry.inflatedBytes];
        inflater.reset();
        inflater.setInput(raw);
        try {
            int length = inflater.inflate(content);
            if (length != content.length) {
                throw new IOException("object " + entry.name() + " has " + length + " bytes of " + content.length);
            }
        } catch (DataFormatException damaged) {
            throw new IOException("object " + entry.name() + " cannot be inflated", damaged);
        }
        return entry.base.isPresent() ? BinaryDelta.apply(content(entry.base.get()), content) : content;
    }

    /** Makes the pack durable and gives it to the repository; nothing can be written afterwards. */
    void finish() throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        empty();
        complete = true;
        file.seek(0);
        file.write(header(entries.size()));
        byte[] checksum = checksum();
        file.seek(written);
        file.write(checksum);
        file.getChannel().force(true);
        Path folder = directory.getPackDirectory().toPath();
        String name = "pack-" + ObjectId.fromRaw(checksum).name();
        entries.sort(null);
        Path index = folder.resolve(temporary.getName() + ".idx");
        try (FileOutputStream out = new FileOutputStream(index.toFile());
                OutputStream buffering = new BufferedOutputStream(out)) {
            BasePackIndexWriter.createVersion(buffering, 2).write(entries, checksum);
            buffering.flush();
            out.getFD().sync();
        }
        Path pack = folder.resolve(name + ".pack");
        Files.move(temporary.toPath(), pack, StandardCopyOption.REPLACE_EXISTING);
        Files.move(index, folder.resolve(name + ".idx"), StandardCopyOption.REPLACE_EXISTING);
        directory.openPack(pack.toFile());
    }

    private byte[] checksum() throws IOException {
        MessageDigest sha1 = Constants.newMessageDigest();
        file.seek(0);
        for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
            sha1.update(buffer, 0, read);
        }
        return sha1.digest();
    }

    /** Throws away what was not finished. */
    @Override
    public void close() throws IOException {
        file.close();
        deflater.end();
        inflater.end();
        if (!complete) {
            Files.deleteIfExists(temporary.toPath());
        }
    }
}
