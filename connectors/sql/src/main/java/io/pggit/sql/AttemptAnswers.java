package io.pggit.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.runtime.journal.Attempts;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.UndoneAttempt;

/**
 * Answers {@code attempts {limit}}: DDL commands that failed or were rolled back, the last first. Attempts are in the journal
 * and never in the repository. Every other question goes on.
 */
public final class AttemptAnswers implements Answers {
    private final Journal journal;
    private final Answers others;

    /** Answers from {@code journal}; {@code others} answers the rest. */
    public AttemptAnswers(Journal journal, Answers others) {
        this.journal = journal;
        this.others = others;
    }

    @Override
    public ArrayNode answer(Question question) throws QuestionRefused {
        if (!question.kind().equals("attempts")) {
            return others.answer(question);
        }
        int limit = question.args().path("limit").asInt(Attempts.KEPT);
        if (limit < 0) {
            throw new QuestionRefused("22023", "Limit must be 0 or more, was " + limit, "");
        }
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        for (UndoneAttempt undone : journal.attempts().latest(limit)) {
            answer.add(undone.attempt()
                    .write()
                    .put("attempt_number", undone.number())
                    .put("position", undone.attempt().position().toString()));
        }
        return answer;
    }
}
