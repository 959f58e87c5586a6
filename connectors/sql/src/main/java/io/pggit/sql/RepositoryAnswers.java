package io.pggit.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.CommitDraft;
import io.pggit.core.revision.Moment;
import io.pggit.runtime.repository.CommitEntry;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Repository;
import io.pggit.runtime.repository.RevisionException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Answers from the repository:
 *
 * <ul>
 *   <li>{@code head}: {@code {sha}}, null before the first commit
 *   <li>{@code log {revision, limit}}: a commit each, newest first; limit absent: all
 *   <li>{@code show {revision}}: {@code {commit, objects, patch}}
 *   <li>{@code facts {revision}}: an object each; for {@code HEAD}, with what the asker's own transaction did
 *   <li>{@code status}: sizes and counts
 * </ul>
 *
 * <p>A revision may be a time; the asker's {@code now} (ISO 8601) and {@code zone} among the arguments say what it is counted
 * from, else it is the engine's clock in UTC.
 */
public final class RepositoryAnswers implements Answers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HEAD = "HEAD";

    private final Repository repository;
    private final EngineStatus status;

    /** Answers from {@code repository}; {@code status} for the question of that name. */
    public RepositoryAnswers(Repository repository, EngineStatus status) {
        this.repository = repository;
        this.status = status;
    }

    @Override
    public ArrayNode answer(Question question) throws QuestionRefused {
        try {
            return switch (question.kind()) {
                case "head" -> head();
                case "log" -> log(question.args());
                case "show" -> show(question.args());
                case "facts" -> facts(question);
                case "status" -> JSON.arrayNode().add(status.describe());
                default ->
                    throw new QuestionRefused(
                            "0A000",
                            "This pgGit engine does not know the question " + question.kind(),
                            "Use the same version of pgGit for the engine and for pggit install.");
            };
        } catch (RevisionException e) {
            throw refusal(e);
        }
    }

    private static QuestionRefused refusal(RevisionException e) {
        String revision = e.revision();
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

    private ArrayNode head() {
        ArrayNode answer = JSON.arrayNode();
        repository.history().head("main").ifPresent(sha -> answer.addObject().put("sha", sha));
        return answer;
    }

    private ArrayNode log(JsonNode args) throws QuestionRefused {
        int limit = args.path("limit").asInt(Integer.MAX_VALUE);
        if (limit < 0) {
            throw new QuestionRefused("22023", "Limit must be 0 or more, was " + limit, "");
        }
        ArrayNode answer = JSON.arrayNode();
        for (CommitEntry commit : history(args).log(revision(args), limit)) {
            answer.add(CommitJson.of(commit));
        }
        return answer;
    }

    private ArrayNode show(JsonNode args) throws QuestionRefused {
        return JSON.arrayNode().add(CommitJson.of(history(args).show(revision(args))));
    }

    private ArrayNode facts(Question question) throws QuestionRefused {
        History history = history(question.args());
        String revision = revision(question.args());
        SortedMap<ObjectId, Facts> facts = history.facts(revision);
        if (!question.pending().isEmpty() && revision.equals(HEAD)) {
            AuditTransaction uncommitted = new AuditTransaction(
                    new Lsn(0), question.pending().get(0).xid(), Optional.empty(), question.pending());
            List<CommitDraft> drafts = repository.preview(uncommitted).commits();
            drafts.forEach(draft -> draft.tree()
                    .forEach((id, change) ->
                            change.ifPresentOrElse(after -> facts.put(id, after), () -> facts.remove(id))));
        }
        ArrayNode answer = JSON.arrayNode();
        facts.forEach((id, definition) -> {
            ObjectNode object = answer.addObject().put("kind", id.kind().text()).put("name", id.name());
            id.schema().ifPresent(schema -> object.put("schema", schema));
            id.signature().ifPresent(signature -> object.put("signature", signature));
            object.set("facts", definition.tree());
        });
        return answer;
    }

    private History history(JsonNode args) throws QuestionRefused {
        History history = repository.history();
        if (!args.hasNonNull("now")) {
            return history;
        }
        try {
            Instant now = OffsetDateTime.parse(args.get("now").asText()).toInstant();
            return history.asOf(new Moment(now, ZoneId.of(args.path("zone").asText("UTC"))));
        } catch (DateTimeException unreadable) {
            throw new QuestionRefused(
                    "22023",
                    "The time of the session cannot be read: " + unreadable.getMessage(),
                    "Set TimeZone to a name such as Europe/Berlin.");
        }
    }

    private static String revision(JsonNode args) {
        return args.path("revision").asText(HEAD);
    }
}
