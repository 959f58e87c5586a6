package io.pggit.runtime.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.tree.FanOut;
import io.pggit.core.tree.ObjectPath;
import io.pggit.testkit.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.Test;

class BranchTreeProperties {
    private static final int NAMES = 18 * FanOut.LIMIT;
    private static final ObjectId FILE = ObjectId.fromString("0123456789012345678901234567890123456789");

    @Test
    void theSameObjectsGiveTheSameTreeHoweverTheyCameAbout() {
        Seeds.holds(1, 4, random -> {
            try (InMemoryRepository git = new InMemoryRepository(new DfsRepositoryDescription());
                    ObjectInserter inserter = git.newObjectInserter();
                    ObjectReader reader = inserter.newReader()) {
                check(random, inserter, reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static void check(Random random, ObjectInserter inserter, ObjectReader reader) throws IOException {
        TreeSet<Integer> alive = new TreeSet<>();
        BranchTree grown = new BranchTree(reader, Optional.empty());
        for (int round = 0; round < 8; round++) {
            int many = random.nextInt(NAMES);
            boolean growing = random.nextBoolean();
            for (int i = 0; i < many; i++) {
                int name = random.nextInt(NAMES);
                if (growing && alive.add(name)) {
                    grown.put(reader, path(name), FILE, FILE);
                } else if (!growing && alive.remove(name)) {
                    grown.remove(reader, path(name));
                }
            }

            ObjectId tree = grown.write(reader, inserter);

            BranchTree atOnce = new BranchTree(reader, Optional.empty());
            for (int name : alive) {
                atOnce.put(reader, path(name), FILE, FILE);
            }
            assertEquals(atOnce.write(reader, inserter), tree);
            for (int looked = 0; looked < 50; looked++) {
                int name = random.nextInt(NAMES);
                Optional<ObjectId> expected = alive.contains(name) ? Optional.of(FILE) : Optional.empty();
                assertEquals(expected, BranchTree.file(reader, tree, path(name), ObjectPath.JSON));
            }
            if (random.nextBoolean()) {
                grown = new BranchTree(reader, Optional.of(tree));
            }
        }
        reader.open(grown.write(reader, inserter), Constants.OBJ_TREE);
    }

    /** A third each: schemas with one object, and objects of two schemas. */
    private static ObjectPath path(int name) {
        String schema = name % 3 == 0 ? "s" + name : name % 3 == 1 ? "public" : ObjectPath.DATABASE;
        return new ObjectPath(schema, Optional.of("tables"), "t" + name);
    }
}
