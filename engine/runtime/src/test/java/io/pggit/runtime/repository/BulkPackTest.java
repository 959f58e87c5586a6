package io.pggit.runtime.repository;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkPackTest {
    @TempDir
    Path temporary;

    /** Versions of one folder that grows, shrinks and changes, and blobs of all sizes. */
    private static Map<ObjectId, byte[]> insert(ObjectInserter inserter, long seed) throws IOException {
        Random random = new Random(seed);
        Map<ObjectId, byte[]> inserted = new HashMap<>();
        Directory folder = new Directory();
        for (int i = 0; i < 300; i++) {
            byte[] text = new byte[i % 50 == 0 ? 600_000 : random.nextInt(3_000)];
            random.nextBytes(text);
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text);
            inserted.put(blob, text);
            String name = "t" + random.nextInt(80);
            if (i % 7 == 0) {
                folder.remove(name, false);
            } else {
                folder.put(new Directory.Entry(name, org.eclipse.jgit.lib.FileMode.REGULAR_FILE, blob));
            }
            ObjectId tree = folder.write(inserter);
            try (ObjectReader reader = inserter.newReader()) {
                assertEquals(folder.entries(), Directory.load(reader, tree).entries());
                inserted.put(tree, reader.open(tree, Constants.OBJ_TREE).getCachedBytes());
            }
        }
        return inserted;
    }

    @Test
    void whatIsInsertedCanBeReadAtOnceAndAfterwards() throws IOException {
        try (GitStore git = GitStore.open(temporary)) {
            Map<ObjectId, byte[]> inserted;
            try (ObjectInserter inserter = git.packInserter()) {
                inserted = insert(inserter, 1);
                ObjectId first = inserted.keySet().iterator().next();
                try (ObjectReader outside = git.repository().newObjectReader()) {
                    assertThrows(MissingObjectException.class, () -> outside.open(first));
                }
                inserter.flush();
            }

            try (ObjectReader reader = git.repository().newObjectReader()) {
                for (Map.Entry<ObjectId, byte[]> object : inserted.entrySet()) {
                    assertArrayEquals(
                            object.getValue(), reader.open(object.getKey()).getCachedBytes(Integer.MAX_VALUE));
                }
            }
            assertEquals(1, git.repository().getObjectDatabase().getPacks().size());
        }
    }

    @Test
    void theSameObjectsGiveTheSamePack() throws IOException {
        String one = packs(temporary.resolve("one"));
        String other = packs(temporary.resolve("other"));

        assertEquals(one, other);
    }

    private static String packs(Path directory) throws IOException {
        try (GitStore git = GitStore.open(directory);
                ObjectInserter inserter = git.packInserter()) {
            insert(inserter, 2);
            inserter.flush();
        }
        try (Stream<Path> files = Files.list(directory.resolve("objects/pack"))) {
            return files.map(Path::getFileName).sorted().toList().toString();
        }
    }

    @Test
    void nothingIsLeftOfAPackThatWasNotFinished() throws IOException {
        try (GitStore git = GitStore.open(temporary);
                ObjectInserter inserter = git.packInserter()) {
            insert(inserter, 3);
        }
        Files.writeString(temporary.resolve("objects/pack/tmp_pack_1"), "left by a crash");

        GitStore.open(temporary).close();

        try (Stream<Path> files = Files.list(temporary.resolve("objects/pack"))) {
            assertEquals(0, files.count());
        }
    }
}
