package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out what was decided about names, after everything else. */
final class FinalNames {
    private final Frame frame;
    private final Decisions decisions;
    private final TreeMap<ObjectId, ObjectId> objects = new TreeMap<>();
    private final Map<ObjectId, Map<String, SortedMap<String, String>>> parts = new HashMap<>();

    FinalNames(Frame frame, Decisions decisions) {
        this.frame = frame;
        this.decisions = decisions;
    }

    /**
     * The merged facts with their last names.
     *
     * @param possible what may be there too, once everything is decided
     */
    SortedMap<ObjectId, Facts> apply(SortedMap<ObjectId, ObjectNode> merged, SortedMap<ObjectId, ObjectNode> possible) {
        merged.keySet().forEach(id -> objects.put(id, id));
        List<ChosenName<?>> choices = new ArrayList<>();
        frame.questions().forEach(question -> {
            answer(question, merged).ifPresent(choices::add);
            boolean open = merged.containsKey(question.object()) || possible.containsKey(question.object());
            if (open && decisions.answer(question).isEmpty()) {
                decisions.raise(question);
            }
        });
        take(choices);
        NewNames names = NewNames.of(objects, parts);
        boolean same = names.changeNothing();
        TextTranslation texts = new TextTranslation(names);
        TreeMap<ObjectId, Facts> facts = new TreeMap<>();
        merged.forEach((id, object) -> {
            Set<List<String>> unproved = new HashSet<>();
            ObjectNode translated = same ? object : ObjectTranslation.of(names, texts, id, object, unproved);
            unproved.forEach(path -> insist(objects.get(id), path, translated));
            facts.put(objects.get(id), Facts.of(translated));
        });
        return facts;
    }

    /** Of a text that could not be translated: it stays, whichever side is chosen, if somebody says so and PostgreSQL takes it. */
    private void insist(ObjectId id, List<String> path, ObjectNode object) {
        JsonNode text = Paths.get(object, path);
        Conflict question = Conflict.of(
                id,
                path,
                ConflictKind.DANGLING_REFERENCE,
                Paths.missing(),
                text,
                text,
                "it may use what got another name");
        Optional<Resolution> answer = decisions.answer(question);
        if (answer.isEmpty()) {
            decisions.raise(question);
        } else {
            answer.get().value(question).ifPresent(chosen -> Paths.set(object, path, chosen));
            decisions.needsProof(id, path);
        }
    }

    private Optional<ChosenName<?>> answer(Conflict question, SortedMap<ObjectId, ObjectNode> merged) {
        Optional<String> name = decisions
                .answer(question)
                .flatMap(answer -> answer.value(question))
                .map(node -> node.asText());
        boolean there = merged.containsKey(question.object());
        SqlText text = new SqlText(name.orElse(""));
        if (!there || text.size() != 1 && text.size() != 3) {
            return Optional.empty();
        }
        if (question.path().size() == 1) {
            ObjectId id = question.object();
            Optional<String> schema = text.size() == 3 ? Optional.of(text.at(0).name()) : id.schema();
            ObjectId renamed =
                    new ObjectId(id.kind(), schema, text.at(text.size() - 1).name(), id.signature());
            return Optional.of(new ChosenName<>(question, id, renamed, objects));
        } else {
            TreeMap<String, String> all = new TreeMap<>();
            String group = question.path().get(0);
            merged.get(question.object()).path(group).fieldNames().forEachRemaining(part -> all.put(part, part));
            Map<String, SortedMap<String, String>> groups =
                    parts.computeIfAbsent(question.object(), id -> new HashMap<>());
            SortedMap<String, String> known = groups.computeIfAbsent(group, absent -> all);
            String part = question.path().get(1);
            return known.containsKey(part)
                    ? Optional.of(new ChosenName<>(question, part, text.at(0).name(), known))
                    : Optional.empty();
        }
    }

    /** The object under a name that may say a schema. */
    static ObjectId named(ObjectId id, SqlText name) {
        Optional<String> schema = name.size() == 3 ? Optional.of(name.at(0).name()) : id.schema();
        return new ObjectId(id.kind(), schema, name.lastName(), id.signature());
    }

    /** A name that was chosen, to be given once all are known: it may be free only because its holder gets another. */
    private record ChosenName<K>(Conflict question, K from, K to, SortedMap<K, K> names) {
        void take() {
            names.put(from, to);
        }

        boolean collides() {
            return names.get(from).equals(to) && !from.equals(to) && Collections.frequency(names.values(), to) > 1;
        }

        void giveBack() {
            names.put(from, from);
        }
    }

    private void take(List<ChosenName<?>> choices) {
        choices.forEach(ChosenName::take);
        for (boolean again = true; again; ) {
            again = false;
            for (ChosenName<?> choice : choices) {
                if (choice.collides()) {
                    choice.giveBack();
                    decisions.raise(choice.question());
                    again = true;
                }
            }
        }
    }

    /** What has another name than in {@code tree}. */
    Renames from(Frame.Tree tree) {
        TreeMap<ObjectId, ObjectId> renamed = new TreeMap<>();
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> renamedParts = new TreeMap<>();
        tree.names().objects().forEach((id, inFrame) -> {
            ObjectId last = objects.get(inFrame);
            if (last != null && !last.equals(id)) {
                renamed.put(id, last);
            }
            TreeMap<String, SortedMap<String, String>> groups = new TreeMap<>();
            for (String group : Frame.GROUPS) {
                TreeMap<String, String> names = new TreeMap<>(tree.names().parts(id, group));
                SortedMap<String, String> later =
                        parts.getOrDefault(inFrame, Map.of()).getOrDefault(group, new TreeMap<>());
                later.forEach((from, to) -> {
                    if (!names.containsValue(from)) {
                        names.put(from, to);
                    }
                });
                names.replaceAll((from, to) -> later.getOrDefault(to, to));
                names.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
                if (!names.isEmpty()) {
                    groups.put(group.equals("attributes") ? "columns" : group, names);
                }
            }
            if (last != null && !groups.isEmpty()) {
                renamedParts.put(id, groups);
            }
        });
        return new Renames(renamed, renamedParts);
    }
}
