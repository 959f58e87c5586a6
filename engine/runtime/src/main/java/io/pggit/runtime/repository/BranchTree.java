package io.pggit.runtime.repository;

import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The tree at the tip of a branch. Folders are read when first needed and then kept, so that a commit costs what it
 * changes: the folders on the way to its objects, none of which is long.
 */
final class BranchTree {
    private final FannedFolder root;
    private final Map<String, SchemaFolder> schemas = new HashMap<>();
    private final Set<String> changed = new TreeSet<>();

    BranchTree(ObjectReader reader, Optional<ObjectId> tree) throws IOException {
        root = FannedFolder.ofSchemas(reader, tree);
    }

    /** The tree of a schema's folder as it was read. */
    static Optional<ObjectId> schema(ObjectReader reader, ObjectId tree, String name) throws IOException {
        return FannedFolder.ofSchemas(reader, Optional.of(tree)).find(reader, name, name, true);
    }

    /** The file of an object in a tree. */
    static Optional<ObjectId> file(ObjectReader reader, ObjectId tree, ObjectPath path, String suffix)
            throws IOException {
        Optional<ObjectId> schema = schema(reader, tree, path.schema());
        return schema.isPresent() ? new SchemaFolder(reader, schema).find(reader, path, suffix) : Optional.empty();
    }

    /** The path of an object by that of one of its files, the folders of divisions left out. */
    static ObjectPath path(String file) {
        String[] parts = file.split("/");
        int top = 0;
        while (parts[top].startsWith("@") && !parts[top].equals(ObjectPath.DATABASE)) {
            top++;
        }
        String last = parts[parts.length - 1];
        return new ObjectPath(
                parts[top],
                parts.length > top + 2 ? Optional.of(parts[top + 1]) : Optional.empty(),
                last.substring(0, last.lastIndexOf('.')));
    }

    void put(ObjectReader reader, ObjectPath path, ObjectId sql, ObjectId json) throws IOException {
        schema(reader, path.schema()).put(reader, path, sql, json);
    }

    void remove(ObjectReader reader, ObjectPath path) throws IOException {
        schema(reader, path.schema()).remove(reader, path);
    }

    private SchemaFolder schema(ObjectReader reader, String name) throws IOException {
        changed.add(name);
        SchemaFolder schema = schemas.get(name);
        if (schema == null) {
            schema = new SchemaFolder(reader, root.find(reader, name, name, true));
            schemas.put(name, schema);
        }
        return schema;
    }

    /** Writes what changed and returns the id of the whole. */
    ObjectId write(ObjectReader reader, ObjectInserter inserter) throws IOException {
        for (String name : changed) {
            Optional<ObjectId> tree = schemas.get(name).write(reader, inserter);
            if (tree.isPresent()) {
                root.put(reader, name, new Directory.Entry(name, FileMode.TREE, tree.get()));
            } else {
                root.remove(reader, name, name, true);
            }
        }
        changed.clear();
        Optional<ObjectId> tree = root.write(reader, inserter);
        return tree.isPresent() ? tree.get() : new Directory().write(inserter);
    }
}
