package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.core.fold.Fold;
import io.pggit.runtime.repository.CommitEntry;
import io.pggit.runtime.repository.History;
import java.util.Set;

/**
 * Commits:
 *
 * <ul>
 *   <li>{@code head}: {@code {sha, branch}}, none before the first commit
 *   <li>{@code log {revision, limit}}: a commit each, newest first; limit absent: all
 *   <li>{@code show {revision}}: {@code {commit, objects, patch}}
 * </ul>
 */
public final class LogTopic implements Topic {
    @Override
    public Set<String> kinds() {
        return Set.of("head", "log", "show");
    }

    @Override
    public Fold.Unclosed unclosed(String kind) {
        return Fold.Unclosed.LEFT_OPEN;
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        return switch (question.kind()) {
            case "head" -> head(history);
            case "log" -> log(question, history);
            default -> JsonNodeFactory.instance.arrayNode().add(CommitJson.of(history.show(question.revision())));
        };
    }

    private static ArrayNode head(History history) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        history.head()
                .ifPresent(head -> answer.addObject()
                        .put("sha", head.sha())
                        .put("branch", head.branch().orElse("HEAD")));
        return answer;
    }

    private static ArrayNode log(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        for (CommitEntry commit : history.log(question.revision(), question.limit())) {
            answer.add(CommitJson.of(commit));
        }
        return answer;
    }
}
