package io.pggit.runtime.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Counts what commits hold. Each tree and file is looked at once, however many commits share it, and what was counted stays
 * counted: a second look costs only what is new.
 */
final class Inventory {
    private final Map<ObjectId, Long> sizes = new HashMap<>();
    private final List<StoreFigures.Growth> growth = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final long[] counts = new long[StoreFigures.LIMITS.size() + 1];
    private final long[] totals = new long[StoreFigures.LIMITS.size() + 1];
    private long largest;
    private long copies;

    /** Counts what {@code commits} have more than at the last call; what they have less begins the count anew. */
    synchronized StoreFigures count(GitStore git, List<CommitFigures> commits) throws IOException {
        List<String> shas = commits.stream().map(CommitFigures::sha).toList();
        if (counted.size() > shas.size() || !counted.equals(shas.subList(0, counted.size()))) {
            clear();
        }
        try (ObjectReader reader = git.repository().newObjectReader()) {
            for (CommitFigures commit : commits.subList(counted.size(), commits.size())) {
                long bytes = sum(totals);
                long objects = sum(counts);
                copies += tree(reader, ObjectId.fromString(commit.tree()));
                growth.add(new StoreFigures.Growth(commit.time(), sum(totals) - bytes, sum(counts) - objects));
                counted.add(commit.sha());
            }
        }
        List<StoreFigures.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            buckets.add(new StoreFigures.Bucket(counts[i], totals[i]));
        }
        return new StoreFigures(counted.size(), largest, copies, buckets, growth);
    }

    private void clear() {
        sizes.clear();
        growth.clear();
        counted.clear();
        Arrays.fill(counts, 0);
        Arrays.fill(totals, 0);
        largest = 0;
        copies = 0;
    }

    private static long sum(long[] values) {
        return Arrays.stream(values).sum();
    }

    /** Size of all files below a tree. */
    private long tree(ObjectReader reader, ObjectId tree) throws IOException {
        Long known = sizes.get(tree);
        if (known != null) {
            return known;
        }
        long size = 0;
        CanonicalTreeParser entries = new CanonicalTreeParser(new byte[0], reader, tree);
        while (!entries.eof()) {
            ObjectId entry = entries.getEntryObjectId();
            size += FileMode.TREE.equals(entries.getEntryRawMode()) ? tree(reader, entry) : file(reader, entry);
            entries.next();
        }
        sizes.put(tree, size);
        return size;
    }

    private long file(ObjectReader reader, ObjectId file) throws IOException {
        Long known = sizes.get(file);
        if (known != null) {
            return known;
        }
        long size = reader.getObjectSize(file, ObjectReader.OBJ_ANY);
        sizes.put(file, size);
        int bucket = 0;
        while (bucket < StoreFigures.LIMITS.size() && size >= StoreFigures.LIMITS.get(bucket)) {
            bucket++;
        }
        counts[bucket]++;
        totals[bucket] += size;
        largest = Math.max(largest, size);
        return size;
    }
}
