package io.pggit.runtime.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * One git tree in memory, to be changed and written again: the bytes of the tree object itself, so that a change copies
 * nothing but one id, and many trees need little room. Names are ASCII.
 */
final class Directory {
    private static final byte[] EMPTY = {};

    /** Entries in git's order, each {@code mode SP name NUL id}. */
    private byte[] content;

    private int size;
    private Optional<ObjectId> written;
    /** The tree as it was written last. */
    private Optional<Version> version = Optional.empty();

    private record Version(ObjectId id, byte[] content) {}

    private Directory(byte[] content, Optional<ObjectId> written) {
        this.content = content;
        this.written = written;
        for (int at = 0; at < content.length; at = end(at)) {
            size++;
        }
    }

    /** An empty tree. */
    Directory() {
        this(EMPTY, Optional.empty());
    }

    /** An entry. */
    record Entry(String name, FileMode mode, ObjectId id) {
        boolean isFolder() {
            return mode == FileMode.TREE;
        }
    }

    static Directory load(ObjectReader reader, ObjectId tree) throws IOException {
        byte[] content = reader.open(tree, Constants.OBJ_TREE).getCachedBytes(Integer.MAX_VALUE);
        return new Directory(content, Optional.of(tree.copy()));
    }

    private int nameAt(int entry) {
        int at = entry;
        while (content[at] != ' ') {
            at++;
        }
        return at + 1;
    }

    private int nameEnd(int name) {
        int at = name;
        while (content[at] != 0) {
            at++;
        }
        return at;
    }

    private int end(int entry) {
        return nameEnd(nameAt(entry)) + 1 + Constants.OBJECT_ID_LENGTH;
    }

    private boolean isFolder(int entry) {
        return content[entry] == '4';
    }

    /** Where the entry is; else the complement of where it has to be. */
    private int find(byte[] name, boolean folder) {
        int at = 0;
        while (at < content.length) {
            int order = compare(at, name, folder);
            if (order >= 0) {
                return order == 0 ? at : ~at;
            }
            at = end(at);
        }
        return ~at;
    }

    /** Git's order: as bytes, folders as if their names ended in a slash. */
    private int compare(int entry, byte[] name, boolean folder) {
        int at = nameAt(entry);
        int i = 0;
        while (content[at] != 0 && i < name.length && content[at] == name[i]) {
            at++;
            i++;
        }
        int here = content[at] != 0 ? content[at] : isFolder(entry) ? '/' : 0;
        int there = i < name.length ? name[i] : folder ? '/' : 0;
        return here - there;
    }

    /** Returns whether the name is new. */
    boolean put(Entry entry) {
        byte[] name = entry.name.getBytes(StandardCharsets.US_ASCII);
        int at = find(name, entry.isFolder());
        if (at >= 0) {
            int id = end(at) - Constants.OBJECT_ID_LENGTH;
            if (!id(id).equals((AnyObjectId) entry.id)) {
                content = content.clone(); // what was handed to git or read from it stays as it is
                entry.id.copyRawTo(content, id);
                written = Optional.empty();
            }
            return false;
        }
        byte[] mode = entry.mode.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] grown = new byte[content.length + mode.length + name.length + 2 + Constants.OBJECT_ID_LENGTH];
        int start = ~at;
        System.arraycopy(content, 0, grown, 0, start);
        System.arraycopy(mode, 0, grown, start, mode.length);
        grown[start + mode.length] = ' ';
        System.arraycopy(name, 0, grown, start + mode.length + 1, name.length);
        int id = start + mode.length + name.length + 2;
        entry.id.copyRawTo(grown, id);
        System.arraycopy(content, start, grown, id + Constants.OBJECT_ID_LENGTH, content.length - start);
        content = grown;
        size++;
        written = Optional.empty();
        return true;
    }

    private ObjectId id(int at) {
        return ObjectId.fromRaw(content, at);
    }

    /** Returns whether the name was there. */
    boolean remove(String name, boolean folder) {
        int at = find(name.getBytes(StandardCharsets.US_ASCII), folder);
        if (at < 0) {
            return false;
        }
        int end = end(at);
        byte[] left = Arrays.copyOf(content, content.length - (end - at));
        System.arraycopy(content, end, left, at, content.length - end);
        content = left;
        size--;
        written = Optional.empty();
        return true;
    }

    Optional<ObjectId> find(String name, boolean folder) {
        int at = find(name.getBytes(StandardCharsets.US_ASCII), folder);
        return at < 0 ? Optional.empty() : Optional.of(id(end(at) - Constants.OBJECT_ID_LENGTH));
    }

    /** All entries, in git's order. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(size);
        for (int at = 0; at < content.length; at = end(at)) {
            int name = nameAt(at);
            String text = new String(content, name, nameEnd(name) - name, StandardCharsets.US_ASCII);
            FileMode mode = isFolder(at) ? FileMode.TREE : FileMode.REGULAR_FILE;
            entries.add(new Entry(text, mode, id(end(at) - Constants.OBJECT_ID_LENGTH)));
        }
        return entries;
    }

    /** Number of entries. */
    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    ObjectId write(ObjectInserter inserter) throws IOException {
        if (written.isEmpty()) {
            ObjectId id = inserter instanceof PipelinedInserter pipeline && version.isPresent()
                    ? pipeline.insertTree(content, version.get().id, version.get().content)
                    : inserter.insert(Constants.OBJ_TREE, content);
            written = Optional.of(id);
            version = Optional.of(new Version(id, content));
        }
        return written.get();
    }
}
