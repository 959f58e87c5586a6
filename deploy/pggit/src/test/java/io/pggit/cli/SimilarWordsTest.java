package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarWordsTest {
    private static final List<String> VERBS =
            List.of("status", "log", "diff", "branch", "checkout", "commit", "serve", "install", "extension");

    @Test
    void aSlipIsUnderstood() {
        assertEquals(List.of("status"), SimilarWords.of("statsu", VERBS));
        assertEquals(List.of("commit"), SimilarWords.of("comit", VERBS));
        assertEquals(List.of("checkout"), SimilarWords.of("chekcout", VERBS));
        assertEquals(List.of("log"), SimilarWords.of("lgo", VERBS));
    }

    @Test
    void aBeginningIsUnderstood() {
        assertEquals(List.of("branch"), SimilarWords.of("br", VERBS));
        assertEquals(List.of("commit"), SimilarWords.of("com", VERBS));
    }

    @Test
    void whatIsLikeNothingGetsNoAnswer() {
        assertEquals(List.of(), SimilarWords.of("nonsense", VERBS));
        assertEquals(List.of(), SimilarWords.of("push", VERBS));
    }
}
