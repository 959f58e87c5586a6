package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.runtime.journal.Attempts;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.UndoneAttempt;
import io.pggit.runtime.repository.History;
import java.util.Set;

/**
 * {@code attempts {limit}}: DDL commands that failed or were rolled back, the last first. Attempts are in the journal and never
 * in the repository.
 */
public final class AttemptsTopic implements Topic {
    private final Journal journal;

    /** Answers from {@code journal}. */
    public AttemptsTopic(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("attempts");
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        for (UndoneAttempt undone : journal.attempts().latest(question.count("limit", Attempts.KEPT))) {
            answer.add(undone.attempt()
                    .write()
                    .put("attempt_number", undone.number())
                    .put("position", undone.attempt().position().toString()));
        }
        return answer;
    }
}
