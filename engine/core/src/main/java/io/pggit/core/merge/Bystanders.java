package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.lex.ForeignKeyText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a merge can leave alone: objects that are the same in base, ours and theirs, and which nothing that changed refers
 * to. Their facts are not even read, so that a merge costs what was changed. A new name can be in any text, and an answer
 * of somebody's own can bring in any name: then nothing is left alone.
 *
 * <p>This loses nothing. Such an object is what it was; it can collide with nothing that came from a side, since it was
 * beside it there; and what changes could refer to it only by a reference that is followed here.
 */
final class Bystanders {
    private final SortedMap<ObjectId, Facts> facts = new TreeMap<>();

    private Bystanders() {}

    static Bystanders of(
            SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs, Collection<Resolution> answers) {
        Bystanders bystanders = new Bystanders();
        boolean anyName = !ours.renames().equals(Renames.NONE)
                || !theirs.renames().equals(Renames.NONE)
                || answers.stream().anyMatch(Resolution.Custom.class::isInstance);
        if (!anyName) {
            bystanders.find(base, ours.objects(), theirs.objects());
        }
        return bystanders;
    }

    private void find(
            SortedMap<ObjectId, Facts> base, SortedMap<ObjectId, Facts> ours, SortedMap<ObjectId, Facts> theirs) {
        Set<ObjectId> changed = new TreeSet<>(ours.keySet());
        changed.addAll(theirs.keySet());
        base.forEach((id, before) -> {
            if (before.equals(ours.get(id)) && before.equals(theirs.get(id))) {
                changed.remove(id);
                facts.put(id, before);
            } else {
                changed.add(id);
            }
        });
        Set<String> references = new HashSet<>();
        for (SortedMap<ObjectId, Facts> tree : List.of(base, ours, theirs)) {
            changed.forEach(
                    id -> Optional.ofNullable(tree.get(id)).ifPresent(object -> references(object.view(), references)));
        }
        facts.keySet()
                .removeIf(
                        id -> references.contains(NewNames.reference(id)) || references.contains(Names.qualified(id)));
    }

    /** All texts and names that can refer to an object; that most do not does no harm. */
    private static void references(JsonNode node, Set<String> references) {
        if (node.isTextual()) {
            references.add(node.textValue());
        }
        if (node.has("table")) {
            references.add(Names.quoted(node.path("schema").asText()) + "."
                    + Names.quoted(node.path("table").asText()));
        }
        if (node.path("type").asText().equals("foreign_key")) {
            ForeignKeyText.of(node.path("definition").asText()).ifPresent(key -> references.add(key.table()));
        }
        node.fieldNames().forEachRemaining(references::add);
        node.forEach(inner -> references(inner, references));
    }

    /** A tree without what is left alone. */
    SortedMap<ObjectId, Facts> without(SortedMap<ObjectId, Facts> tree) {
        TreeMap<ObjectId, Facts> rest = new TreeMap<>(tree);
        rest.keySet().removeAll(facts.keySet());
        return rest;
    }

    MergeSide without(MergeSide side) {
        return new MergeSide(without(side.objects()), side.renames());
    }

    /** What a merge without them came to, with them. */
    MergeResult joined(MergeResult result) {
        TreeMap<ObjectId, Facts> all = new TreeMap<>(facts);
        all.putAll(result.merged());
        return new MergeResult(
                all,
                result.conflicts(),
                result.warnings(),
                result.unproved(),
                result.doubtful(),
                result.fromOurs(),
                result.fromTheirs());
    }
}
