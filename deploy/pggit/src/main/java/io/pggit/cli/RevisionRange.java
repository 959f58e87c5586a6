package io.pggit.cli;

import java.util.List;

/**
 * What is compared, written as git writes it (gitrevisions(7)).
 *
 * @param from one side
 * @param to the other
 * @param sinceMergeBase compare from the best common ancestor of the two, as {@code A...B} asks for
 */
record RevisionRange(String from, String to, boolean sinceMergeBase) {
    /**
     * {@code A B}, {@code A..B}, {@code A...B}, or {@code A} for {@code A..HEAD}; an empty side is HEAD.
     *
     * @throws Failure of kind usage when it is none of these
     */
    static RevisionRange of(List<String> words) {
        if (words.size() == 2) {
            return new RevisionRange(words.get(0), words.get(1), false);
        }
        if (words.size() != 1) {
            throw new Failure(ExitCode.USAGE, "expected REV, REV REV, REV..REV or REV...REV");
        }
        String word = words.get(0);
        int dots = word.indexOf("..");
        if (dots < 0) {
            return new RevisionRange(word, "HEAD", false);
        }
        boolean three = word.startsWith("...", dots);
        String to = word.substring(dots + (three ? 3 : 2));
        return new RevisionRange(dots == 0 ? "HEAD" : word.substring(0, dots), to.isEmpty() ? "HEAD" : to, three);
    }
}
