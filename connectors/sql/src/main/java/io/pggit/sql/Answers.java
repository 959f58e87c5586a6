package io.pggit.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pggit.sql.answer.Question;
import io.pggit.sql.answer.QuestionRefused;

/** Answers questions from the state of the engine. Changes nothing. */
@FunctionalInterface
public interface Answers {
    /**
     * The answer, an element per row that {@code pggit.ask} returns.
     *
     * @throws QuestionRefused when the question has no answer but an error for the asker
     */
    ArrayNode answer(Question question) throws QuestionRefused;
}
