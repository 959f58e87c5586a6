package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pggit.core.fold.Fold;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.RevisionException;
import java.util.Set;

/** Answers a group of questions. Changes nothing; asked by one thread at a time. */
public interface Topic {
    /** The kinds of questions it answers. */
    Set<String> kinds();

    /**
     * Whether a question counts in what the asker's own transaction did to the schema and made no commit of yet: as a rule, as
     * the commit it is going to be. What functions of pgGit did in the transaction always counts.
     */
    default Fold.Unclosed unclosed(String kind) {
        return Fold.Unclosed.COMMITTED;
    }

    /**
     * The answer, an element per row that {@code pggit.ask} returns.
     *
     * @param question of one of its kinds; the arguments are untrusted
     * @param history as the asker sees it, in their time
     * @throws QuestionRefused when the question has no answer but an error for the asker
     * @throws RevisionException when a revision names no commit, or several
     */
    ArrayNode answer(Question question, History history) throws QuestionRefused;
}
