package io.pggit.runtime.repository;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.tree.ObjectFiles;
import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;

/**
 * The facts that Git trees hold. Those of whole trees are read when somebody looks at them, once each however many trees
 * share them. For one thread.
 */
final class TreeFacts {
    private final GitStore git;
    private final Map<org.eclipse.jgit.lib.ObjectId, Facts> shared = new HashMap<>();

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

    /** All facts of a tree. */
    SortedMap<ObjectId, Facts> all(String tree) throws IOException {
        return facts(git.listing(tree).files());
    }

    private Facts stored(org.eclipse.jgit.lib.ObjectId file) {
        return shared.computeIfAbsent(
                file,
                blob -> Facts.stored(
                        blob.name(),
                        () -> read(blob),
                        () -> git.ties().of(blob, () -> read(blob).ties())));
    }

    private Facts read(org.eclipse.jgit.lib.ObjectId file) {
        try (ObjectReader reader = git.repository().newObjectReader()) {
            return ObjectFiles.facts(StoredJson.parse(GitStore.text(reader, file)));
        } catch (IOException failure) {
            throw new RepositoryException(
                    "file " + file.name() + " of the repository cannot be read: " + failure.getMessage()
                            + "; restart the engine, which makes it again",
                    failure);
        }
    }

    /** How two trees differ, at the cost of what differs. */
    List<ObjectDifference> differences(String from, String to) throws IOException {
        try (ObjectReader reader = git.repository().newObjectReader()) {
            TreeListing.Difference difference = TreeListing.Difference.between(
                    reader,
                    Optional.of(org.eclipse.jgit.lib.ObjectId.fromString(from)),
                    org.eclipse.jgit.lib.ObjectId.fromString(to));
            return ObjectDifference.between(facts(difference.before()), facts(difference.after()));
        }
    }

    private SortedMap<ObjectId, Facts> facts(SortedMap<ObjectId, org.eclipse.jgit.lib.ObjectId> files) {
        TreeMap<ObjectId, Facts> facts = new TreeMap<>();
        files.forEach((id, file) -> facts.put(id, stored(file)));
        return facts;
    }

    Optional<Facts> of(String tree, ObjectId object) throws IOException {
        return git.file(tree, ObjectPath.of(object), ObjectPath.JSON)
                .map(StoredJson::parse)
                .map(ObjectFiles::facts);
    }
}
