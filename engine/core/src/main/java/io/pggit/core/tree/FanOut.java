package io.pggit.core.tree;

/**
 * When and how a folder is divided. A folder of more than {@value #LIMIT} names keeps them in up to 16 folders instead, by
 * the first hex digit of each name's SHA-256; one of these that holds too many is divided by the second digit, and so on.
 * So a commit never has to rewrite a long folder. Whether a folder is divided depends on how many names it holds and on
 * nothing else: the same objects give the same tree, however they came about.
 */
public final class FanOut {
    /** The most names a folder holds undivided. It decides the ids of commits. */
    public static final int LIMIT = 128;

    private FanOut() {}

    /** The digits of {@code name}: the one at index 0 names its division in a divided folder, the next one in there. */
    public static String digits(String name) {
        return PathEncoding.digest(name);
    }
}
