package io.pggit.core.tree;

/**
 * When and how a folder is divided. A folder of more than {@value #LIMIT} names keeps them in up to 256 folders instead,
 * so that a commit never has to rewrite a long folder. Whether it does depends on how many names it holds and on nothing
 * else: the same objects give the same tree, however they came about.
 */
public final class FanOut {
    /** The most names a folder holds undivided. */
    public static final int LIMIT = 1_000;

    private FanOut() {}

    /** The two hex digits that name the division {@code name} belongs to: the first byte of its SHA-256. */
    public static String shard(String name) {
        return PathEncoding.digest(name).substring(0, 2);
    }
}
