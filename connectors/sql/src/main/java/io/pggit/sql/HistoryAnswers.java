package io.pggit.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.fold.CommitKind;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.repository.CommitDetail;
import io.pggit.runtime.repository.CommitEntry;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Repository;
import io.pggit.runtime.repository.RevisionException;
import java.util.List;
import java.util.Optional;

/**
 * Answers of the commit graph: {@code head}, {@code log}, {@code show}, {@code facts}, {@code status}. They tell what is
 * committed; the asker's own open transaction is not in them.
 */
public final class HistoryAnswers implements Answers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HEAD = "HEAD";

    /** {@code status} counts commits up to here. */
    private static final int COUNTED_COMMITS = 10_000;

    private final Journal journal;
    private final Repository repository;

    /** Answers from {@code repository}, which is made of {@code journal}. */
    public HistoryAnswers(Journal journal, Repository repository) {
        this.journal = journal;
        this.repository = repository;
    }

    @Override
    public ArrayNode answer(Question question) throws QuestionRefused {
        try {
            return switch (question.kind()) {
                case "head" -> head();
                case "log" -> log(question.args());
                case "show" -> JSON.arrayNode().add(show(revision(question.args())));
                case "facts" -> facts(revision(question.args()));
                case "status" -> JSON.arrayNode().add(status());
                default ->
                    throw new QuestionRefused(
                            "0A000",
                            "pgGit engine does not know the question " + question.kind(),
                            "The SQL functions are newer than the engine: update the engine.");
            };
        } catch (RevisionException e) {
            throw refusal(e);
        }
    }

    private static QuestionRefused refusal(RevisionException failure) {
        String revision = "Revision " + failure.revision();
        return switch (failure.reason()) {
            case UNKNOWN, MALFORMED ->
                new QuestionRefused("42704", revision + " not found", "SELECT * FROM pggit.log() lists commits.");
            case AMBIGUOUS -> new QuestionRefused("22023", revision + " is ambiguous", "Give more digits.");
            case PAST_THE_FIRST_COMMIT -> new QuestionRefused("42704", revision + " goes past the first commit", "");
        };
    }

    private static String revision(JsonNode args) {
        return args.path("revision").asText(HEAD);
    }

    private ArrayNode head() {
        ArrayNode rows = JSON.arrayNode();
        tip().ifPresent(commit -> rows.addObject().put("sha", commit.sha()));
        return rows;
    }

    /** No commit at all is no error where nobody named one. */
    private Optional<CommitEntry> tip() {
        try {
            return history().log(HEAD, 1).stream().findFirst();
        } catch (RevisionException nothingYet) {
            return Optional.empty();
        }
    }

    private ArrayNode log(JsonNode args) {
        ArrayNode rows = JSON.arrayNode();
        if (revision(args).equals(HEAD) && tip().isEmpty()) {
            return rows;
        }
        int limit = Math.max(0, args.path("limit").asInt(Integer.MAX_VALUE));
        history().log(revision(args), limit).forEach(entry -> rows.add(row(entry)));
        return rows;
    }

    private static ObjectNode row(CommitEntry entry) {
        ObjectNode row = commit(entry).put("message", entry.summary()).put("change_source", source(entry.kind()));
        ArrayNode objects = row.putArray("objects");
        entry.changes().forEach(change -> objects.add(Names.qualified(change.id())));
        return row;
    }

    private static ObjectNode commit(CommitEntry entry) {
        ObjectNode commit = JSON.objectNode()
                .put("sha", entry.sha())
                .put("author", entry.author())
                .put("committed_at", entry.time().toString())
                .put("branch", entry.branch())
                .put("kind", entry.kind().text());
        ArrayNode parents = commit.putArray("parents");
        entry.parents().forEach(parents::add);
        return commit;
    }

    private static String source(CommitKind kind) {
        return switch (kind) {
            case BASELINE -> "baseline";
            case AUTO -> "direct";
        };
    }

    private ObjectNode show(String revision) {
        CommitDetail detail = history().show(revision);
        CommitEntry entry = detail.entry();
        ObjectNode answer = JSON.objectNode();
        ObjectNode commit = commit(entry)
                .put("message", detail.message())
                .put("xid", entry.xid())
                .put("lsn", entry.end().toString());
        answer.set("commit", commit);
        ArrayNode objects = answer.putArray("objects");
        entry.changes()
                .forEach(change -> objects.addObject()
                        .put("kind", change.id().kind().text())
                        .put("identity", Names.qualified(change.id()))
                        .put("change", change.type().text()));
        ArrayNode renames = answer.putArray("renames");
        entry.renames().forEach(rename -> renames.add(rename.text()));
        return answer.put("patch", detail.patch());
    }

    private ArrayNode facts(String revision) {
        ArrayNode rows = JSON.arrayNode();
        if (revision.equals(HEAD) && tip().isEmpty()) {
            return rows;
        }
        history().eachObject(revision, (id, facts) -> {
            ObjectNode row = rows.addObject().put("kind", id.kind().text());
            id.schema().ifPresent(schema -> row.put("schema", schema));
            row.put("name", id.name());
            id.signature().ifPresent(signature -> row.put("signature", signature));
            row.set("facts", facts.tree());
        });
        return rows;
    }

    private ObjectNode status() {
        ObjectNode status = JSON.objectNode().put("journal_index", journal.lastIndex());
        Optional<CommitEntry> tip = tip();
        List<CommitEntry> commits = tip.isEmpty() ? List.of() : history().log(HEAD, COUNTED_COMMITS);
        status.put(
                "commits",
                commits.size() < COUNTED_COMMITS ? String.valueOf(commits.size()) : COUNTED_COMMITS + " or more");
        tip.ifPresent(commit -> status.put("head", commit.sha())
                .put("last_commit_at", commit.time().toString()));
        return status.put("ahead", 0)
                .put("behind", 0)
                .put("pending_changes", 0)
                .put("store_bytes", StoreSize.of(journal));
    }

    private History history() {
        return repository.history();
    }
}
