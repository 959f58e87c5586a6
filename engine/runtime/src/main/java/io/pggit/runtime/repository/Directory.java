package io.pggit.runtime.repository;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** One git tree in memory, to be changed and written again. Names are ASCII. */
final class Directory {
    /** In git's order: as bytes, folders as if their names ended in a slash. */
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    private Optional<ObjectId> written = Optional.empty();

    /** An entry. */
    record Entry(String name, FileMode mode, ObjectId id) {
        boolean isFolder() {
            return mode == FileMode.TREE;
        }
    }

    static Directory load(ObjectReader reader, ObjectId tree) throws IOException {
        Directory directory = new Directory();
        CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
        for (; !parser.eof(); parser.next(1)) {
            directory.put(new Entry(parser.getEntryPathString(), parser.getEntryFileMode(), parser.getEntryObjectId()));
        }
        directory.written = Optional.of(tree.copy());
        return directory;
    }

    private static String key(String name, boolean folder) {
        return folder ? name + "/" : name;
    }

    /** Returns whether the name is new. */
    boolean put(Entry entry) {
        Optional<Entry> previous = Optional.ofNullable(entries.put(key(entry.name, entry.isFolder()), entry));
        if (!previous.equals(Optional.of(entry))) {
            written = Optional.empty();
        }
        return previous.isEmpty();
    }

    /** Returns whether the name was there. */
    boolean remove(String name, boolean folder) {
        boolean there = entries.remove(key(name, folder)) != null;
        if (there) {
            written = Optional.empty();
        }
        return there;
    }

    Optional<ObjectId> find(String name, boolean folder) {
        return Optional.ofNullable(entries.get(key(name, folder))).map(Entry::id);
    }

    SortedMap<String, Entry> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    ObjectId write(ObjectInserter inserter) throws IOException {
        if (written.isEmpty()) {
            TreeFormatter tree = new TreeFormatter();
            for (Entry entry : entries.values()) {
                tree.append(entry.name, entry.mode, entry.id);
            }
            written = Optional.of(inserter.insert(tree));
        }
        return written.get();
    }
}
