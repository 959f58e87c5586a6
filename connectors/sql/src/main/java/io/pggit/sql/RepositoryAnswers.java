package io.pggit.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.revision.Times;
import io.pggit.runtime.repository.Repository;
import io.pggit.runtime.repository.RevisionException;
import io.pggit.sql.answer.CombineTopic;
import io.pggit.sql.answer.Definitions;
import io.pggit.sql.answer.DiffTopic;
import io.pggit.sql.answer.FactsTopic;
import io.pggit.sql.answer.IntentTopic;
import io.pggit.sql.answer.LogTopic;
import io.pggit.sql.answer.MergeTopic;
import io.pggit.sql.answer.Monitoring;
import io.pggit.sql.answer.ObjectHistoryTopic;
import io.pggit.sql.answer.ObjectTopic;
import io.pggit.sql.answer.Question;
import io.pggit.sql.answer.QuestionRefused;
import io.pggit.sql.answer.RefsTopic;
import io.pggit.sql.answer.Texts;
import io.pggit.sql.answer.Topic;
import io.pggit.sql.answer.WorkTopic;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers from the repository: hands each question to the topic it belongs to.
 *
 * <p>A revision may be a time; the asker's {@code now} (ISO 8601) and {@code zone} among the arguments say what it is counted
 * from, else it is the engine's clock in UTC.
 *
 * <p>{@code several {kinds, …}} asks questions of several kinds with the same arguments, on one way through the log: one object
 * with the answer to each.
 */
public final class RepositoryAnswers implements Answers {
    private static final String SEVERAL = "several";

    private final Repository repository;
    private final Map<String, Topic> topics = new HashMap<>();

    /**
     * Answers from {@code repository}.
     *
     * @param monitoring answers what it measures
     * @param more topics that know of the engine what the repository does not
     */
    public RepositoryAnswers(Repository repository, Monitoring monitoring, Topic... more) {
        this.repository = repository;
        monitoring.topics().forEach(this::add);
        List.of(more).forEach(this::add);
        Definitions definitions = new Definitions();
        List.of(
                        new LogTopic(),
                        new FactsTopic(),
                        new WorkTopic(),
                        new RefsTopic(),
                        new MergeTopic(),
                        new CombineTopic(),
                        new DiffTopic(definitions),
                        new ObjectTopic(definitions),
                        new ObjectHistoryTopic(definitions),
                        new IntentTopic())
                .forEach(this::add);
    }

    private void add(Topic topic) {
        for (String kind : topic.kinds()) {
            if (topics.put(kind, topic) != null) {
                throw new IllegalArgumentException("two topics answer the question " + kind);
            }
        }
    }

    @Override
    public ArrayNode answer(Question question) throws QuestionRefused {
        return question.kind().equals(SEVERAL) ? several(question) : single(question);
    }

    private ArrayNode several(Question question) throws QuestionRefused {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (String kind : question.texts("kinds")) {
            answers.set(kind, single(new Question(question.id(), kind, question.args(), question.pending())));
        }
        return JsonNodeFactory.instance.arrayNode().add(answers);
    }

    private ArrayNode single(Question question) throws QuestionRefused {
        Topic topic = topics.get(question.kind());
        if (topic == null) {
            throw new QuestionRefused(
                    "0A000",
                    "This pgGit engine does not know the question " + Texts.shortened(question.kind()),
                    "Use the same version of pgGit for the engine and for pggit install.");
        }
        Times times = times(question.args());
        try {
            return repository.including(
                    question.pending(),
                    topic.unclosed(question.kind()),
                    history -> topic.answer(question, history.with(times)));
        } catch (RevisionException e) {
            throw refusal(e);
        }
    }

    private static QuestionRefused refusal(RevisionException e) {
        String revision = Texts.shortened(e.revision());
        return switch (e.reason()) {
            case UNKNOWN ->
                new QuestionRefused("42704", "Revision " + revision + " not found", "pggit.log() lists the commits.");
            case AMBIGUOUS ->
                new QuestionRefused(
                        "22023", "Revision " + revision + " is ambiguous", "Give more digits of the commit id.");
            case PAST_THE_FIRST_COMMIT ->
                new QuestionRefused("42704", "Revision " + revision + " goes past the first commit", "");
            case MALFORMED ->
                new QuestionRefused(
                        "22023",
                        "Revision " + revision + " is not a revision",
                        "Write HEAD, a branch, branch@{time}, a commit id or a time, then ~N or ^N.");
        };
    }

    /** The times that {@code pggit.pose} read in the revisions of a question. */
    private static Times times(JsonNode args) throws QuestionRefused {
        Map<String, Instant> read = new HashMap<>();
        try {
            args.path("times")
                    .properties()
                    .forEach(time -> read.put(
                            time.getKey(),
                            OffsetDateTime.parse(time.getValue().asText()).toInstant()));
        } catch (DateTimeException unreadable) {
            throw new QuestionRefused("22023", "A time of the question cannot be read: " + unreadable.getMessage(), "");
        }
        return new Times(read);
    }
}
