package io.pggit.sql.answer;

import io.pggit.core.merge.Conflict;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A merge with all the answers there are.
 *
 * @param result what it comes to
 * @param conflicts what is still to be decided: the result's own, and texts PostgreSQL refuses or nobody can show it
 */
record MergeAttempt(MergeResult result, List<Conflict> conflicts) {
    /** An answer may lead to a further question; one that is answered so often leads nowhere. */
    private static final int ROUNDS = 10;

    MergeAttempt {
        conflicts = List.copyOf(conflicts);
    }

    /** Which texts merged by line are no good as they are. */
    sealed interface Doubt {
        /** Whether {@code question} is to be asked. */
        boolean about(Conflict question);

        /** PostgreSQL refused these; it will see the others. */
        record Refused(Set<Conflict.Key> texts) implements Doubt {
            public Refused {
                texts = Set.copyOf(texts);
            }

            @Override
            public boolean about(Conflict question) {
                return texts.contains(question.key());
            }
        }

        /** PostgreSQL will see none of them, since nothing is run. */
        record All() implements Doubt {
            @Override
            public boolean about(Conflict question) {
                return true;
            }
        }
    }

    /**
     * Merges.
     *
     * @param merge the merge, given answers
     * @param answers to conflicts of earlier attempts
     * @param strategy settles all other conflicts; empty: they stay open
     */
    static MergeAttempt of(
            Function<Map<Conflict.Key, Resolution>, MergeResult> merge,
            Map<Conflict.Key, Resolution> answers,
            Optional<Resolution> strategy,
            Doubt doubt) {
        TreeMap<Conflict.Key, Resolution> given = new TreeMap<>(answers);
        MergeAttempt attempt = once(merge.apply(given), doubt);
        for (int round = 0; round < ROUNDS && strategy.isPresent() && !attempt.isClean(); round++) {
            attempt.conflicts.forEach(conflict -> given.put(conflict.key(), strategy.get()));
            attempt = once(merge.apply(given), doubt);
        }
        return attempt;
    }

    private static MergeAttempt once(MergeResult result, Doubt doubt) {
        List<Conflict> conflicts = new ArrayList<>(result.conflicts());
        result.doubtful().stream().filter(doubt::about).forEach(conflicts::add);
        return new MergeAttempt(result, conflicts);
    }

    boolean isClean() {
        return conflicts.isEmpty();
    }
}
