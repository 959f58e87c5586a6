package io.pggit.runtime.repository;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.tree.ObjectFiles;
import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;

/** Finds objects of a tree of which not everything is known that names them. Reads the files of one schema only. */
final class ObjectSearch {
    private final GitStore git;
    private final String tree;

    ObjectSearch(GitStore git, String tree) {
        this.git = git;
        this.tree = tree;
    }

    /** Objects of one name, of whatever kind and signature. */
    SortedMap<ObjectId, Facts> named(Optional<String> schema, String name) throws IOException {
        if (isNothing(schema, name)) {
            return new TreeMap<>();
        }
        String plain = ObjectPath.of(new ObjectId(ObjectKind.TABLE, schema, name, Optional.empty()))
                .name();
        String routine = prefix(schema, name);
        SortedMap<ObjectId, Facts> found = matching(
                ObjectPath.of(new ObjectId(ObjectKind.TABLE, schema, name, Optional.empty()))
                        .schema(),
                file -> file.equals(plain) || file.startsWith(routine));
        if (schema.isEmpty()) {
            ObjectId itself = new ObjectId(ObjectKind.SCHEMA, Optional.empty(), name, Optional.empty());
            new TreeFacts(git).of(tree, itself).ifPresent(facts -> found.put(itself, facts));
        }
        found.keySet().removeIf(id -> !id.name().equals(name));
        return found;
    }

    /** All objects of a schema. */
    SortedMap<ObjectId, Facts> in(String schema) throws IOException {
        if (schema.isEmpty()) {
            return new TreeMap<>();
        }
        return matching(
                ObjectPath.of(new ObjectId(ObjectKind.TABLE, Optional.of(schema), schema, Optional.empty()))
                        .schema(),
                file -> true);
    }

    /** Whether no object can be called so. */
    private static boolean isNothing(Optional<String> schema, String name) {
        return name.isEmpty() || schema.filter(String::isEmpty).isPresent();
    }

    /** What the files of all routines of a name begin with. */
    static String prefix(Optional<String> schema, String name) {
        String path = ObjectPath.of(new ObjectId(ObjectKind.FUNCTION, schema, name, Optional.of("")))
                .name();
        return path.substring(0, path.length() - 1);
    }

    private SortedMap<ObjectId, Facts> matching(String folder, Predicate<String> file) throws IOException {
        TreeMap<ObjectId, Facts> found = new TreeMap<>();
        try (ObjectReader reader = git.repository().newObjectReader()) {
            Optional<org.eclipse.jgit.lib.ObjectId> schema =
                    BranchTree.schema(reader, org.eclipse.jgit.lib.ObjectId.fromString(tree), folder);
            if (schema.isPresent()) {
                read(reader, schema.get(), file, found);
            }
        }
        return found;
    }

    private static void read(
            ObjectReader reader,
            org.eclipse.jgit.lib.ObjectId folder,
            Predicate<String> file,
            SortedMap<ObjectId, Facts> found)
            throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(folder);
            walk.setRecursive(true);
            walk.setFilter(PathSuffixFilter.create(ObjectPath.JSON));
            while (walk.next()) {
                String name = walk.getNameString();
                if (file.test(name.substring(0, name.length() - ObjectPath.JSON.length()))) {
                    JsonNode content = StoredJson.parse(GitStore.text(reader, walk.getObjectId(0)));
                    found.put(ObjectFiles.id(content), ObjectFiles.facts(content));
                }
            }
        }
    }

    /** The paths an object of a name can have ever had, without those of signatures: each exactly or as a beginning. */
    static List<String> paths(Optional<String> schema, String name) {
        List<String> paths = new ArrayList<>();
        if (isNothing(schema, name)) {
            return paths;
        }
        for (ObjectKind kind : ObjectKind.values()) {
            boolean inSchema = kind != ObjectKind.SCHEMA;
            if (inSchema || schema.isEmpty()) {
                paths.add(ObjectPath.of(new ObjectId(kind, schema, name, Optional.empty()))
                        .stem());
            }
        }
        return paths;
    }
}
