package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.fold.CommitKind;
import io.pggit.core.plan.Units;
import io.pggit.runtime.measurement.Measurement;
import io.pggit.runtime.measurement.Measurements;
import io.pggit.runtime.repository.CommitFigures;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Ref;
import io.pggit.runtime.repository.Repository;
import io.pggit.runtime.repository.StoreFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is stored and how long things take, counted and measured:
 *
 * <ul>
 *   <li>{@code figures}: one object with counts of commits, branches and objects, and what is unusual among them
 *   <li>{@code storage}: one object about the object store, with its buckets
 *   <li>{@code growth {zone}}: a month each, see {@link Growth}
 *   <li>{@code measurements}: an operation each, in microseconds
 *   <li>{@code measured {operation, at, took}}: notes how long a call took, in microseconds; nothing
 * </ul>
 */
public final class MonitoringTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MANY_CHANGES = 50;
    private static final int MAX_NAME = 100;

    private final Repository repository;
    private final Measurements measurements;
    private final Clock clock;
    private final Instant begun;

    /** Figures of a repository. */
    public MonitoringTopic(Repository repository, Measurements measurements, Clock clock) {
        this.repository = repository;
        this.measurements = measurements;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public Set<String> kinds() {
        return Set.of("figures", "storage", "growth", "measurements", "measured");
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        return switch (question.kind()) {
            case "figures" -> JSON.arrayNode().add(figures(history));
            case "storage" -> JSON.arrayNode().add(storage());
            case "growth" ->
                Growth.of(repository.store().growth(), clock.instant().atZone(ZoneId.of(zone(question))));
            case "measurements" -> measurements();
            default -> measured(question);
        };
    }

    private static String zone(Question question) {
        String zone = question.text("zone").orElse("UTC");
        return ZoneId.getAvailableZoneIds().contains(zone) ? zone : "UTC";
    }

    private ArrayNode measured(Question question) throws QuestionRefused {
        String operation = question.required("operation", "Operation");
        long took = question.args().path("took").asLong();
        Instant at = OffsetDateTime.parse(question.required("at", "Time")).toInstant();
        // after a restart the stream tells again what it told just before
        if (operation.length() <= MAX_NAME && took >= 0 && at.isAfter(begun)) {
            measurements.add(operation, Duration.ofNanos(took * 1_000));
        }
        return JSON.arrayNode();
    }

    private ArrayNode measurements() {
        ArrayNode answer = JSON.arrayNode();
        for (Measurement of : measurements.recent()) {
            answer.addObject()
                    .put("operation", of.operation())
                    .put("samples", of.samples())
                    .put("average", of.average().toNanos() / 1_000)
                    .put("least", of.least().toNanos() / 1_000)
                    .put("most", of.most().toNanos() / 1_000);
        }
        return answer;
    }

    private ObjectNode storage() {
        StoreFigures store = repository.store();
        ObjectNode answer = JSON.objectNode()
                .put("commits", store.commits())
                .put("objects", store.objects())
                .put("bytes", store.bytes())
                .put("largest", store.largest())
                .put("copies", store.copies());
        ArrayNode buckets = answer.putArray("buckets");
        store.buckets()
                .forEach(bucket ->
                        buckets.addObject().put("objects", bucket.objects()).put("bytes", bucket.bytes()));
        return answer;
    }

    private ObjectNode figures(History history) {
        List<CommitFigures> commits = history.figures();
        List<Ref> branches = history.branches();
        Map<String, CommitFigures> bySha = new HashMap<>();
        commits.forEach(commit -> bySha.put(commit.sha(), commit));
        ObjectNode answer = JSON.objectNode()
                .put("commits", commits.size())
                .put("objects", objects(history))
                .put("largest", repository.store().largest())
                .put(
                        "empty_messages",
                        commits.stream()
                                .filter(commit -> commit.kind() == CommitKind.NAMED
                                        && commit.summary().isBlank())
                                .count());
        commits.stream()
                .map(CommitFigures::time)
                .max(Instant::compareTo)
                .ifPresent(last -> answer.put("last_commit_at", last.toString()));
        Instant week = clock.instant().minus(Duration.ofDays(7));
        answer.put(
                "recent",
                commits.stream().filter(commit -> commit.time().isAfter(week)).count());
        ArrayNode tips = answer.putArray("branches");
        branches.forEach(branch -> tips.addObject()
                .put("name", branch.name())
                .put("sha", branch.sha())
                .put("at", bySha.get(branch.sha()).time().toString()));
        ArrayNode large = answer.putArray("large_commits");
        commits.stream()
                .filter(commit -> commit.kind() != CommitKind.BASELINE && commit.changes() > MANY_CHANGES)
                .forEach(commit -> large.addObject().put("sha", commit.sha()).put("changes", commit.changes()));
        ArrayNode orphans = answer.putArray("orphans");
        orphans(commits, history, bySha)
                .forEach(commit -> orphans.addObject().put("sha", commit.sha()).put("message", commit.summary()));
        return answer;
    }

    private static int objects(History history) {
        return history.head().isEmpty()
                ? 0
                : new Units(history.facts("HEAD")).names().size();
    }

    /** Commits without a child that no branch, tag or HEAD reaches. */
    private static List<CommitFigures> orphans(
            List<CommitFigures> commits, History history, Map<String, CommitFigures> bySha) {
        Set<Long> reached = new HashSet<>();
        List<Ref> refs = new ArrayList<>(history.branches());
        refs.addAll(history.tags());
        history.head().ifPresent(head -> refs.add(new Ref("HEAD", head.sha())));
        refs.forEach(ref -> reached.add(bySha.get(ref.sha()).ordinal()));
        Set<Long> parents = new HashSet<>();
        List<CommitFigures> orphans = new ArrayList<>();
        // children come after their parents
        for (int i = commits.size() - 1; i >= 0; i--) {
            CommitFigures commit = commits.get(i);
            if (reached.contains(commit.ordinal())) {
                reached.addAll(commit.parents());
            } else if (!parents.contains(commit.ordinal())) {
                orphans.add(commit);
            }
            parents.addAll(commit.parents());
        }
        return orphans;
    }
}
