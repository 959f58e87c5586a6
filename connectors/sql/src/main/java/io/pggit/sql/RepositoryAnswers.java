package io.pggit.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pggit.core.revision.Moment;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Repository;
import io.pggit.runtime.repository.RevisionException;
import io.pggit.sql.answer.DiffTopic;
import io.pggit.sql.answer.FactsTopic;
import io.pggit.sql.answer.LogTopic;
import io.pggit.sql.answer.ObjectHistoryTopic;
import io.pggit.sql.answer.ObjectTopic;
import io.pggit.sql.answer.Question;
import io.pggit.sql.answer.QuestionRefused;
import io.pggit.sql.answer.RefsTopic;
import io.pggit.sql.answer.Texts;
import io.pggit.sql.answer.Topic;
import io.pggit.sql.answer.WorkTopic;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers from the repository: hands each question to the topic it belongs to.
 *
 * <p>A revision may be a time; the asker's {@code now} (ISO 8601) and {@code zone} among the arguments say what it is counted
 * from, else it is the engine's clock in UTC.
 */
public final class RepositoryAnswers implements Answers {
    private final Repository repository;
    private final Map<String, Topic> topics = new HashMap<>();

    /** Answers from {@code repository}; {@code more} topics know of the engine what the repository does not. */
    public RepositoryAnswers(Repository repository, Topic... more) {
        this.repository = repository;
        List.of(more).forEach(this::add);
        List.of(
                        new LogTopic(),
                        new FactsTopic(),
                        new DiffTopic(),
                        new ObjectTopic(),
                        new ObjectHistoryTopic(),
                        new WorkTopic(),
                        new RefsTopic())
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
        Topic topic = topics.get(question.kind());
        if (topic == null) {
            throw new QuestionRefused(
                    "0A000",
                    "This pgGit engine does not know the question " + question.kind(),
                    "Use the same version of pgGit for the engine and for pggit install.");
        }
        try {
            return repository.including(
                    question.pending(),
                    topic.unclosed(question.kind()),
                    history -> topic.answer(question, asOf(question.args(), history)));
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

    private static History asOf(JsonNode args, History history) throws QuestionRefused {
        if (!args.hasNonNull("now")) {
            return history;
        }
        try {
            OffsetDateTime now = OffsetDateTime.parse(args.get("now").asText());
            return history.asOf(new Moment(now.toInstant(), zone(args, now)));
        } catch (DateTimeException unreadable) {
            throw new QuestionRefused(
                    "22023", "The time of the session cannot be read: " + unreadable.getMessage(), "");
        }
    }

    /** PostgreSQL also takes zones Java has no word for, such as {@code <+02>-02}: then the offset of now stands in. */
    private static ZoneId zone(JsonNode args, OffsetDateTime now) {
        try {
            return ZoneId.of(args.path("zone").asText());
        } catch (DateTimeException unknown) {
            return now.getOffset();
        }
    }
}
