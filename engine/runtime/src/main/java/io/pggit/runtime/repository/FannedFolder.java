package io.pggit.runtime.repository;

import io.pggit.core.tree.FanOut;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A folder that divides itself when it holds many names ({@link FanOut}). A name may have several entries, which stay
 * together: {@code users.sql} and {@code users.json}. Divisions are read when first needed.
 */
final class FannedFolder {
    /** Names after which a folder is divided at once: many are put before it is written. */
    private static final int LONG = 4 * FanOut.LIMIT;

    private final Kind kind;
    private final int depth;
    /** The folder itself: its entries, or its divisions; entries that never move are here in both cases. */
    private final Directory top;

    /** Divisions read or made so far. */
    private final TreeMap<String, FannedFolder> divisions = new TreeMap<>();

    private final TreeSet<String> changed = new TreeSet<>();
    private boolean divided;
    private boolean shrunk;

    /**
     * What a folder holds.
     *
     * @param prefix what the names of its divisions begin with; other names that do so never move
     * @param entriesPerName how many entries each name has
     */
    private record Kind(String prefix, int entriesPerName) {
        boolean isDivision(Directory.Entry entry) {
            return entry.isFolder()
                    && entry.name().startsWith(prefix)
                    && entry.name().length() == prefix.length() + 1;
        }

        boolean isFixed(String name) {
            return !prefix.isEmpty() && name.startsWith(prefix);
        }

        String division(String digits, int depth) {
            return prefix + digits.charAt(depth);
        }
    }

    /** The top of a repository: a folder each schema, and what is in none. */
    static FannedFolder ofSchemas(ObjectReader reader, Optional<ObjectId> tree) throws IOException {
        return new FannedFolder(new Kind("@", 1), 0, reader, tree);
    }

    /** The objects of one kind, two files each. */
    static FannedFolder ofObjects(ObjectReader reader, Optional<ObjectId> tree) throws IOException {
        return new FannedFolder(new Kind("", 2), 0, reader, tree);
    }

    private FannedFolder(Kind kind, int depth, ObjectReader reader, Optional<ObjectId> tree) throws IOException {
        this.kind = kind;
        this.depth = depth;
        this.top = tree.isPresent() ? Directory.load(reader, tree.get()) : new Directory();
        this.divided = top.entries().stream().anyMatch(kind::isDivision);
    }

    private FannedFolder division(ObjectReader reader, String name) throws IOException {
        FannedFolder division = divisions.get(name);
        if (division == null) {
            division = new FannedFolder(kind, depth + 1, reader, top.find(name, true));
            divisions.put(name, division);
        }
        return division;
    }

    private boolean isHere(String name) {
        return !divided || kind.isFixed(name);
    }

    Optional<ObjectId> find(ObjectReader reader, String name, String entry, boolean folder) throws IOException {
        FannedFolder home = this;
        for (String digits = FanOut.digits(name); !home.isHere(name); ) {
            home = home.division(reader, kind.division(digits, home.depth));
        }
        return home.top.find(entry, folder);
    }

    void put(ObjectReader reader, String name, Directory.Entry entry) throws IOException {
        FannedFolder home = this;
        for (String digits = FanOut.digits(name); !home.isHere(name); ) {
            home = home.changed(reader, kind.division(digits, home.depth));
        }
        home.top.put(entry);
        if (!home.divided && home.top.size() > LONG * kind.entriesPerName) {
            home.divide(reader);
            home.shrunk = true; // it may get short again before it is written
        }
    }

    void remove(ObjectReader reader, String name, String entry, boolean folder) throws IOException {
        FannedFolder home = this;
        for (String digits = FanOut.digits(name); !home.isHere(name); ) {
            home.shrunk = true;
            home = home.changed(reader, kind.division(digits, home.depth));
        }
        home.top.remove(entry, folder);
    }

    private FannedFolder changed(ObjectReader reader, String division) throws IOException {
        changed.add(division);
        return division(reader, division);
    }

    /** Writes what changed; empty when nothing is left, for git has no empty folders. */
    Optional<ObjectId> write(ObjectReader reader, ObjectInserter inserter) throws IOException {
        settle(reader);
        return writeSettled(inserter);
    }

    /** Divides what holds too many names, and unites what no longer does. */
    private void settle(ObjectReader reader) throws IOException {
        for (String division : changed) {
            divisions.get(division).settle(reader);
        }
        if (divided && shrunk && names(reader) <= FanOut.LIMIT) {
            unite(reader);
        } else if (!divided && names(reader) > FanOut.LIMIT) {
            divide(reader);
        }
        shrunk = false;
    }

    /** How many names there are; where that is more than the limit, any number above it. */
    private int names(ObjectReader reader) throws IOException {
        if (!divided) {
            long fixed = kind.prefix.isEmpty()
                    ? 0
                    : top.entries().stream()
                            .filter(entry -> kind.isFixed(entry.name()))
                            .count();
            return (top.size() - (int) fixed) / kind.entriesPerName;
        }
        int names = 0;
        for (String division : divisionNames()) {
            if (names <= FanOut.LIMIT) {
                FannedFolder inner = division(reader, division);
                names += inner.divided ? FanOut.LIMIT + 1 : inner.names(reader);
            }
        }
        return names;
    }

    private TreeSet<String> divisionNames() {
        TreeSet<String> names = new TreeSet<>(divisions.keySet());
        top.entries().stream()
                .filter(kind::isDivision)
                .map(Directory.Entry::name)
                .forEach(names::add);
        return names;
    }

    private void divide(ObjectReader reader) throws IOException {
        divided = true;
        for (Directory.Entry entry : top.entries()) {
            String name = entry.isFolder()
                    ? entry.name()
                    : entry.name().substring(0, entry.name().lastIndexOf('.'));
            if (!kind.isFixed(name)) {
                top.remove(entry.name(), entry.isFolder());
                changed(reader, kind.division(FanOut.digits(name), depth)).top.put(entry);
            }
        }
        for (String division : changed) {
            divisions.get(division).settle(reader);
        }
    }

    /** None of the divisions is divided, or there would be too many names. */
    private void unite(ObjectReader reader) throws IOException {
        for (String name : divisionNames()) {
            division(reader, name).top.entries().forEach(top::put);
            top.remove(name, true);
        }
        divisions.clear();
        changed.clear();
        divided = false;
    }

    private Optional<ObjectId> writeSettled(ObjectInserter inserter) throws IOException {
        for (String name : changed) {
            Optional<ObjectId> tree = divisions.get(name).writeSettled(inserter);
            if (tree.isPresent()) {
                top.put(new Directory.Entry(name, FileMode.TREE, tree.get()));
            } else {
                top.remove(name, true);
            }
        }
        changed.clear();
        return top.isEmpty() ? Optional.empty() : Optional.of(top.write(inserter));
    }
}
