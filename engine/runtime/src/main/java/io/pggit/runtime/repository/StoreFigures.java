package io.pggit.runtime.repository;

import java.time.Instant;
import java.util.List;

/**
 * What the repository stores. An object here is a stored file, the DDL or the facts of one state of one schema object; a state
 * that several commits share is stored once. Sizes are in bytes and before compression.
 *
 * @param commits how many there are, whether or not a name reaches them
 * @param largest size of the largest object
 * @param copies size there would be if every commit had its own copy of its whole tree
 * @param buckets objects by size: up to each of {@link #LIMITS}, and above the last
 * @param growth what each commit added, in the order in which they were made
 */
public record StoreFigures(long commits, long largest, long copies, List<Bucket> buckets, List<Growth> growth) {
    /** Upper limits of the buckets, exclusive. */
    public static final List<Long> LIMITS = List.of(1L << 10, 10L << 10, 100L << 10, 1L << 20);

    public StoreFigures {
        buckets = List.copyOf(buckets);
        growth = List.copyOf(growth);
    }

    /** Objects of about one size. */
    public record Bucket(long objects, long bytes) {}

    /** What a commit added. */
    public record Growth(Instant time, long bytes, long objects) {}

    /** Number of objects. */
    public long objects() {
        return buckets.stream().mapToLong(Bucket::objects).sum();
    }

    /** Size of all objects. */
    public long bytes() {
        return buckets.stream().mapToLong(Bucket::bytes).sum();
    }
}
