package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a merge has to ask, and what was answered already. */
final class Decisions {
    private final Map<Conflict.Key, Resolution> answers;
    private final Resolution provisional;
    private final SortedMap<Conflict.Key, Conflict> open = new TreeMap<>();
    private final SortedSet<Unproved> unproved = new TreeSet<>();
    private final SortedMap<Conflict.Key, Conflict> doubtful = new TreeMap<>();
    private final SortedSet<MergeWarning> warnings = new TreeSet<>();

    /** Decisions made by {@code answers}; for the time being, {@code provisional} for all others. */
    Decisions(Map<Conflict.Key, Resolution> answers, Resolution provisional) {
        this.answers = answers;
        this.provisional = provisional;
    }

    /** The value for a conflict: the one that was chosen, or one for the time being. */
    JsonNode decide(Conflict conflict) {
        Optional<Resolution> answer = answer(conflict);
        if (answer.isEmpty()) {
            raise(conflict);
        }
        return answer.orElse(provisional).value(conflict).orElseGet(Paths::missing);
    }

    Optional<Resolution> answer(Conflict conflict) {
        return Optional.ofNullable(answers.get(conflict.key()));
    }

    void raise(Conflict conflict) {
        open.putIfAbsent(conflict.key(), conflict);
    }

    void needsProof(ObjectId id, List<String> path) {
        unproved.add(new Unproved(id, path));
    }

    /** A text was merged by line; {@code question} is to be asked when PostgreSQL refuses it. */
    void mergedByLine(Conflict question) {
        needsProof(question.object(), question.path());
        doubtful.put(question.key(), question);
    }

    void warn(ObjectId id, String text) {
        warnings.add(new MergeWarning(id, text));
    }

    void keepWarnings(List<MergeWarning> kept) {
        warnings.retainAll(kept);
    }

    List<Conflict> conflicts() {
        return List.copyOf(open.values());
    }

    List<Unproved> unproved() {
        return List.copyOf(unproved);
    }

    List<Conflict> doubtful() {
        return List.copyOf(doubtful.values());
    }

    List<MergeWarning> warnings() {
        return List.copyOf(warnings);
    }
}
