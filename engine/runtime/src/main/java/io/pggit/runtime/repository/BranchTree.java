package io.pggit.runtime.repository;

import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> changed = new HashSet<>();

    BranchTree(ObjectReader reader, Optional<ObjectId> tree) throws IOException {
        root = FannedFolder.load("@", 1, reader, tree);
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
            schema = new SchemaFolder(reader, root.find(name, name, true));
            schemas.put(name, schema);
        }
        return schema;
    }

    ObjectId write(ObjectInserter inserter) throws IOException {
        for (String name : changed) {
            Optional<ObjectId> tree = schemas.get(name).write(inserter);
            if (tree.isPresent()) {
                root.put(name, new Directory.Entry(name, FileMode.TREE, tree.get()));
            } else {
                root.remove(name, name, true);
            }
        }
        changed.clear();
        return root.write(inserter);
    }
}
