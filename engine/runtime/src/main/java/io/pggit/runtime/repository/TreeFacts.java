package io.pggit.runtime.repository;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.tree.ObjectFiles;
import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;

/** The facts that Git trees hold. */
final class TreeFacts {
    private final GitStore git;

    TreeFacts(GitStore git) {
        this.git = git;
    }

    /** Hands all facts of a tree to {@code reader}, in the order of paths. */
    void each(String tree, BiConsumer<ObjectId, Facts> reader) throws IOException {
        try (ObjectReader objects = git.repository().newObjectReader();
                TreeWalk walk = new TreeWalk(objects)) {
            walk.addTree(org.eclipse.jgit.lib.ObjectId.fromString(tree));
            walk.setRecursive(true);
            walk.setFilter(PathSuffixFilter.create(ObjectPath.JSON));
            while (walk.next()) {
                JsonNode content = StoredJson.parse(GitStore.text(objects, walk.getObjectId(0)));
                reader.accept(ObjectFiles.id(content), ObjectFiles.facts(content));
            }
        }
    }

    SortedMap<ObjectId, Facts> all(String tree) throws IOException {
        TreeMap<ObjectId, Facts> facts = new TreeMap<>();
        each(tree, facts::put);
        return facts;
    }

    Optional<Facts> of(String tree, ObjectId object) throws IOException {
        return git.file(tree, ObjectPath.of(object), ObjectPath.JSON)
                .map(StoredJson::parse)
                .map(ObjectFiles::facts);
    }
}
