package io.pggit.runtime.repository;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.tree.ObjectFiles;
import io.pggit.core.tree.ObjectPath;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The objects of a tree, and the Git objects that hold their facts, which are not read. What is the same in two trees is
 * found by the ids of folders: one listing leads to another at the cost of what differs.
 *
 * @param tree id of the tree
 * @param files ids of the {@code .json} files; unmodifiable
 */
record TreeListing(org.eclipse.jgit.lib.ObjectId tree, SortedMap<ObjectId, org.eclipse.jgit.lib.ObjectId> files) {

    /** The objects that two trees do not have alike, with the files of each. */
    record Difference(
            SortedMap<ObjectId, org.eclipse.jgit.lib.ObjectId> before,
            SortedMap<ObjectId, org.eclipse.jgit.lib.ObjectId> after) {
        /** Between two trees; without the first, everything is new. */
        static Difference between(
                ObjectReader reader, Optional<org.eclipse.jgit.lib.ObjectId> from, org.eclipse.jgit.lib.ObjectId to)
                throws IOException {
            TreeMap<ObjectId, org.eclipse.jgit.lib.ObjectId> before = new TreeMap<>();
            TreeMap<ObjectId, org.eclipse.jgit.lib.ObjectId> after = new TreeMap<>();
            try (TreeWalk walk = new TreeWalk(reader)) {
                if (from.isPresent()) {
                    walk.addTree(from.get());
                } else {
                    walk.addTree(new EmptyTreeIterator());
                }
                walk.addTree(to);
                walk.setRecursive(true);
                walk.setFilter(AndTreeFilter.create(PathSuffixFilter.create(ObjectPath.JSON), TreeFilter.ANY_DIFF));
                while (walk.next()) {
                    note(reader, walk, 0, before);
                    note(reader, walk, 1, after);
                }
            }
            // a folder that was divided moves files and changes none
            before.entrySet()
                    .removeIf(file ->
                            file.getValue().equals(after.get(file.getKey())) && after.remove(file.getKey()) != null);
            return new Difference(before, after);
        }

        private static void note(
                ObjectReader reader, TreeWalk walk, int side, SortedMap<ObjectId, org.eclipse.jgit.lib.ObjectId> files)
                throws IOException {
            org.eclipse.jgit.lib.ObjectId file = walk.getObjectId(side);
            if (!file.equals(org.eclipse.jgit.lib.ObjectId.zeroId())) {
                Optional<ObjectId> told = BranchTree.path(walk.getPathString()).id();
                files.put(
                        told.isPresent() ? told.get() : ObjectFiles.id(StoredJson.parse(GitStore.text(reader, file))),
                        file);
            }
        }
    }

    /** Two listings of one tree are equal: what is in it follows. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TreeListing listing && tree.equals(listing.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** Lists a tree. */
    static TreeListing of(ObjectReader reader, org.eclipse.jgit.lib.ObjectId tree) throws IOException {
        Difference all = Difference.between(reader, Optional.empty(), tree);
        return new TreeListing(tree, Collections.unmodifiableSortedMap(all.after));
    }

    /** Lists another tree. */
    TreeListing to(ObjectReader reader, org.eclipse.jgit.lib.ObjectId other) throws IOException {
        Difference difference = Difference.between(reader, Optional.of(tree), other);
        TreeMap<ObjectId, org.eclipse.jgit.lib.ObjectId> changed = new TreeMap<>(files);
        changed.keySet().removeAll(difference.before.keySet());
        changed.putAll(difference.after);
        return new TreeListing(other, Collections.unmodifiableSortedMap(changed));
    }
}
