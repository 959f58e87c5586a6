package io.pggit.runtime.repository;

import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** The folder of one schema: the schema's own files, and a folder per kind, read when first needed. */
final class SchemaFolder {
    private final Directory top;
    private final TreeMap<String, FannedFolder> kinds = new TreeMap<>();

    SchemaFolder(ObjectReader reader, Optional<ObjectId> tree) throws IOException {
        top = tree.isPresent() ? Directory.load(reader, tree.get()) : new Directory();
    }

    void put(ObjectReader reader, ObjectPath path, ObjectId sql, ObjectId json) throws IOException {
        var sqlFile = new Directory.Entry(path.name() + ObjectPath.SQL, FileMode.REGULAR_FILE, sql);
        var jsonFile = new Directory.Entry(path.name() + ObjectPath.JSON, FileMode.REGULAR_FILE, json);
        if (path.folder().isEmpty()) {
            top.put(sqlFile);
            top.put(jsonFile);
        } else {
            FannedFolder kind = kind(reader, path.folder().get());
            kind.put(path.name(), sqlFile);
            kind.put(path.name(), jsonFile);
        }
    }

    void remove(ObjectReader reader, ObjectPath path) throws IOException {
        for (String suffix : new String[] {ObjectPath.SQL, ObjectPath.JSON}) {
            String file = path.name() + suffix;
            if (path.folder().isEmpty()) {
                top.remove(file, false);
            } else {
                kind(reader, path.folder().get()).remove(path.name(), file, false);
            }
        }
    }

    private FannedFolder kind(ObjectReader reader, String name) throws IOException {
        FannedFolder kind = kinds.get(name);
        if (kind == null) {
            kind = FannedFolder.load("", 2, reader, top.find(name, true));
            kinds.put(name, kind);
        }
        return kind;
    }

    /** Writes what changed; empty when nothing is left, for git has no empty folders. */
    Optional<ObjectId> write(ObjectInserter inserter) throws IOException {
        for (var kind : kinds.entrySet()) {
            if (kind.getValue().isEmpty()) {
                top.remove(kind.getKey(), true);
            } else {
                ObjectId tree = kind.getValue().write(inserter);
                top.put(new Directory.Entry(kind.getKey(), FileMode.TREE, tree));
            }
        }
        return top.isEmpty() ? Optional.empty() : Optional.of(top.write(inserter));
    }
}
