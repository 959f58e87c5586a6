package io.pggit.runtime.repository;

import io.pggit.core.tree.FanOut;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A folder that divides itself when it holds many names ({@link FanOut}). A name may have several entries, which stay
 * together: {@code users.sql} and {@code users.json}.
 */
final class FannedFolder {
    private final String prefix;
    private final int entriesPerName;
    /** The folder itself: its entries, or its divisions; entries that never move are here in both cases. */
    private final Directory top;

    private final TreeMap<String, Directory> divisions = new TreeMap<>();
    private boolean divided;
    private int entries;

    /**
     * A folder as read.
     *
     * @param prefix what the names of its divisions begin with
     * @param entriesPerName how many entries each name has
     */
    private FannedFolder(String prefix, int entriesPerName, Directory top) {
        this.prefix = prefix;
        this.entriesPerName = entriesPerName;
        this.top = top;
    }

    static FannedFolder load(String prefix, int entriesPerName, ObjectReader reader, Optional<ObjectId> tree)
            throws IOException {
        Directory top = tree.isPresent() ? Directory.load(reader, tree.get()) : new Directory();
        FannedFolder folder = new FannedFolder(prefix, entriesPerName, top);
        for (Directory.Entry entry : top.entries().values()) {
            if (folder.isDivision(entry)) {
                Directory division = Directory.load(reader, entry.id());
                folder.divisions.put(entry.name(), division);
                folder.divided = true;
                folder.entries += division.entries().size();
            } else if (!folder.isFixed(entry.name())) {
                folder.entries++;
            }
        }
        return folder;
    }

    private boolean isDivision(Directory.Entry entry) {
        return entry.isFolder()
                && entry.name().startsWith(prefix)
                && entry.name().length() == prefix.length() + 2;
    }

    /** In a folder whose divisions have a prefix, other names with that prefix are fixed. */
    private boolean isFixed(String name) {
        return !prefix.isEmpty() && name.startsWith(prefix);
    }

    private Directory home(String name) {
        return divided && !isFixed(name)
                ? divisions.computeIfAbsent(prefix + FanOut.shard(name), key -> new Directory())
                : top;
    }

    Optional<ObjectId> find(String name, String entry, boolean folder) {
        return home(name).find(entry, folder);
    }

    void put(String name, Directory.Entry entry) {
        if (home(name).put(entry) && !isFixed(name)) {
            entries++;
        }
    }

    void remove(String name, String entry, boolean folder) {
        if (home(name).remove(entry, folder) && !isFixed(name)) {
            entries--;
        }
    }

    boolean isEmpty() {
        return entries == 0 && (divided || top.isEmpty());
    }

    ObjectId write(ObjectInserter inserter) throws IOException {
        boolean many = entries > FanOut.LIMIT * entriesPerName;
        if (many && !divided) {
            divide();
        } else if (!many && divided) {
            unite();
        }
        for (var division : divisions.entrySet()) {
            if (division.getValue().isEmpty()) {
                top.remove(division.getKey(), true);
            } else {
                ObjectId tree = division.getValue().write(inserter);
                top.put(new Directory.Entry(division.getKey(), FileMode.TREE, tree));
            }
        }
        return top.write(inserter);
    }

    private void divide() {
        List<Directory.Entry> all = List.copyOf(top.entries().values());
        divided = true;
        for (Directory.Entry entry : all) {
            String name = entry.isFolder()
                    ? entry.name()
                    : entry.name().substring(0, entry.name().lastIndexOf('.'));
            if (!isFixed(name)) {
                top.remove(entry.name(), entry.isFolder());
                home(name).put(entry);
            }
        }
    }

    private void unite() {
        divisions.forEach((name, division) -> {
            top.remove(name, true);
            division.entries().values().forEach(top::put);
        });
        divisions.clear();
        divided = false;
    }
}
