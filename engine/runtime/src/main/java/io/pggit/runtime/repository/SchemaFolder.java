package io.pggit.runtime.repository;

import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** The folder of one schema: the schema's own files, and a folder per kind, read when first needed. */
final class SchemaFolder {
    private final Directory top;
    private final TreeMap<String, FannedFolder> kinds = new TreeMap<>();
    private final TreeSet<String> changed = new TreeSet<>();

    SchemaFolder(ObjectReader reader, Optional<ObjectId> tree) throws IOException {
        top = tree.isPresent() ? Directory.load(reader, tree.get()) : new Directory();
    }

    Optional<ObjectId> find(ObjectReader reader, ObjectPath path, String suffix) throws IOException {
        String file = path.name() + suffix;
        return path.folder().isEmpty()
                ? top.find(file, false)
                : kind(reader, path.folder().get()).find(reader, path.name(), file, false);
    }

    void put(ObjectReader reader, ObjectPath path, ObjectId sql, ObjectId json) throws IOException {
        var sqlFile = new Directory.Entry(path.name() + ObjectPath.SQL, FileMode.REGULAR_FILE, sql);
        var jsonFile = new Directory.Entry(path.name() + ObjectPath.JSON, FileMode.REGULAR_FILE, json);
        if (path.folder().isEmpty()) {
            top.put(sqlFile);
            top.put(jsonFile);
        } else {
            FannedFolder kind = changed(reader, path.folder().get());
            kind.put(reader, path.name(), sqlFile);
            kind.put(reader, path.name(), jsonFile);
        }
    }

    void remove(ObjectReader reader, ObjectPath path) throws IOException {
        for (String suffix : new String[] {ObjectPath.SQL, ObjectPath.JSON}) {
            String file = path.name() + suffix;
            if (path.folder().isEmpty()) {
                top.remove(file, false);
            } else {
                changed(reader, path.folder().get()).remove(reader, path.name(), file, false);
            }
        }
    }

    private FannedFolder changed(ObjectReader reader, String name) throws IOException {
        changed.add(name);
        return kind(reader, name);
    }

    private FannedFolder kind(ObjectReader reader, String name) throws IOException {
        FannedFolder kind = kinds.get(name);
        if (kind == null) {
            kind = FannedFolder.ofObjects(reader, top.find(name, true));
            kinds.put(name, kind);
        }
        return kind;
    }

    /** Writes what changed; empty when nothing is left, for git has no empty folders. */
    Optional<ObjectId> write(ObjectReader reader, ObjectInserter inserter) throws IOException {
        for (String name : changed) {
            Optional<ObjectId> tree = kinds.get(name).write(reader, inserter);
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
