package io.pggit.core.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
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
        frame.questions().forEach(question -> {
            answer(question, merged);
            boolean open = merged.containsKey(question.object()) || possible.containsKey(question.object());
            if (open && decisions.answer(question).isEmpty()) {
                decisions.raise(question);
            }
        });
        NewNames names = NewNames.of(objects, parts);
        boolean same = names.changeNothing();
        TextTranslation texts = new TextTranslation(names);
        TreeMap<ObjectId, Facts> facts = new TreeMap<>();
        merged.forEach((id, object) -> {
            Set<List<String>> unproved = new HashSet<>();
            ObjectNode translated = same ? object : ObjectTranslation.of(names, texts, id, object, unproved);
            facts.put(objects.get(id), Facts.of(translated));
            unproved.forEach(path -> decisions.raise(Conflict.of(
                    objects.get(id),
                    path,
                    ConflictKind.DANGLING_REFERENCE,
                    Paths.missing(),
                    Paths.get(translated, path),
                    Paths.missing(),
                    "it may use what got another name")));
        });
        return facts;
    }

    private void answer(Conflict question, SortedMap<ObjectId, ObjectNode> merged) {
        Optional<String> name = decisions
                .answer(question)
                .flatMap(answer -> answer.value(question))
                .map(node -> node.asText());
        boolean there = merged.containsKey(question.object());
        SqlText text = new SqlText(name.orElse(""));
        if (!there || text.size() != 1 && text.size() != 3) {
            return;
        }
        if (question.path().size() == 1) {
            ObjectId id = question.object();
            Optional<String> schema = text.size() == 3 ? Optional.of(text.at(0).name()) : id.schema();
            ObjectId renamed =
                    new ObjectId(id.kind(), schema, text.at(text.size() - 1).name(), id.signature());
            take(question, id, renamed, objects);
        } else {
            TreeMap<String, String> all = new TreeMap<>();
            String group = question.path().get(0);
            merged.get(question.object()).path(group).fieldNames().forEachRemaining(part -> all.put(part, part));
            Map<String, SortedMap<String, String>> groups =
                    parts.computeIfAbsent(question.object(), id -> new HashMap<>());
            SortedMap<String, String> known = groups.computeIfAbsent(group, absent -> all);
            take(question, question.path().get(1), text.at(0).name(), known);
        }
    }

    /** The object under a name that may say a schema. */
    static ObjectId named(ObjectId id, SqlText name) {
        Optional<String> schema = name.size() == 3 ? Optional.of(name.at(0).name()) : id.schema();
        return new ObjectId(id.kind(), schema, name.lastName(), id.signature());
    }

    private <K> void take(Conflict question, K from, K to, SortedMap<K, K> names) {
        if (to.equals(from)) {
            return;
        }
        if (names.containsValue(to)) {
            decisions.raise(question);
        } else {
            names.put(from, to);
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
