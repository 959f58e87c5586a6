package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Base, ours and theirs with the same names for the same things, so that what remains to be compared are attributes.
 *
 * @param base the tree at the merge base
 * @param ours our tree
 * @param theirs their tree
 * @param questions about names nobody could choose
 * @param origins names at the merge base, by object
 * @param ourRenames what our new names alone make of texts that could not be given all new names: where it is our text, we
 *     changed nothing else
 * @param theirRenames likewise
 */
record Frame(
        Tree base,
        Tree ours,
        Tree theirs,
        List<Conflict> questions,
        SortedMap<ObjectId, ObjectId> origins,
        Set<Unproved> ourRenames,
        Set<Unproved> theirRenames) {
    /** Groups of parts that have names of their own. */
    static final List<String> GROUPS =
            List.of("columns", "attributes", "constraints", "indexes", "triggers", "policies", "rules");

    /**
     * One tree, by the names of the merge.
     *
     * @param objects facts; not to be changed
     * @param unproved texts that could not be given new names
     */
    record Tree(SortedMap<ObjectId, ObjectNode> objects, Map<ObjectId, Set<List<String>>> unproved, NewNames names) {
        JsonNode object(ObjectId id) {
            ObjectNode facts = objects.get(id);
            return facts == null ? Paths.missing() : facts;
        }

        boolean isUnproved(Unproved text) {
            return unproved.getOrDefault(text.object(), Set.of()).contains(text.path());
        }

        JsonNode get(ObjectId id, List<String> path) {
            return Paths.get(object(id), path);
        }
    }

    /** Whether {@code path} names an object or part by a name it did not have at the merge base. */
    boolean isRenamed(ObjectId id, List<String> path) {
        ObjectId origin = origins.get(id);
        if (origin == null || !Shape.isUnit(path)) {
            return false;
        }
        return path.isEmpty()
                ? !origin.equals(id)
                : base.names.parts(origin, path.get(0)).entrySet().stream()
                        .anyMatch(names -> names.getValue().equals(path.get(1))
                                && !names.getKey().equals(path.get(1)));
    }

    static Frame of(SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs) {
        return new Builder(base, ours, theirs).build();
    }

    private static final class Builder {
        private final SortedMap<ObjectId, ObjectNode> base;
        private final SortedMap<ObjectId, ObjectNode> ours;
        private final SortedMap<ObjectId, ObjectNode> theirs;
        private final Renames ourRenames;
        private final Renames theirRenames;
        private final SortedMap<ObjectId, ObjectId> ourNames;
        private final SortedMap<ObjectId, ObjectId> theirNames;
        private final List<Conflict> questions = new ArrayList<>();
        private final Map<ObjectId, Map<String, SortedMap<String, String>>> baseParts = new HashMap<>();
        private final Map<ObjectId, Map<String, SortedMap<String, String>>> ourParts = new HashMap<>();
        private final Map<ObjectId, Map<String, SortedMap<String, String>>> theirParts = new HashMap<>();

        Builder(SortedMap<ObjectId, Facts> base, MergeSide ours, MergeSide theirs) {
            this.base = trees(base);
            this.ours = trees(ours.objects());
            this.theirs = trees(theirs.objects());
            this.ourRenames = ours.renames();
            this.theirRenames = theirs.renames();
            this.ourNames = withSchemas(ourRenames, this.ours.keySet());
            this.theirNames = withSchemas(theirRenames, this.theirs.keySet());
        }

        private static SortedMap<ObjectId, ObjectNode> trees(SortedMap<ObjectId, Facts> objects) {
            TreeMap<ObjectId, ObjectNode> trees = new TreeMap<>();
            objects.forEach((id, facts) -> trees.put(id, (ObjectNode) facts.view()));
            return trees;
        }

        /** Objects of a schema that was renamed are renamed with it. */
        private SortedMap<ObjectId, ObjectId> withSchemas(Renames renames, Set<ObjectId> side) {
            TreeMap<ObjectId, ObjectId> all = new TreeMap<>(renames.objects());
            TreeMap<String, String> schemas = new TreeMap<>();
            renames.objects().forEach((from, to) -> {
                if (from.kind() == ObjectKind.SCHEMA && base.containsKey(from)) {
                    schemas.put(from.name(), to.name());
                }
            });
            for (ObjectId id : schemas.isEmpty() ? Set.<ObjectId>of() : base.keySet()) {
                id.schema().map(schemas::get).ifPresent(schema -> {
                    ObjectId moved = new ObjectId(id.kind(), Optional.of(schema), id.name(), id.signature());
                    if (side.contains(moved) && !side.contains(id)) {
                        all.putIfAbsent(id, moved);
                    }
                });
            }
            return all;
        }

        Frame build() {
            Naming<ObjectId> naming = Naming.of(
                    new Naming.Names<>(
                            new TreeSet<>(base.keySet()), new TreeSet<>(ours.keySet()), new TreeSet<>(theirs.keySet())),
                    ourNames,
                    theirNames,
                    id -> Derived.same(base.get(id), ours.get(id)),
                    id -> Derived.same(base.get(id), theirs.get(id)));
            naming.questions().forEach((id, question) -> questions.add(question(id, question)));
            naming.ofBase().forEach((id, merged) -> parts(id, merged, naming.ofOurs(), naming.ofTheirs()));
            TreeMap<ObjectId, ObjectId> origins = new TreeMap<>();
            naming.ofBase().forEach((from, to) -> origins.put(to, from));
            Tree baseTree = translated(base, NewNames.of(naming.ofBase(), baseParts));
            Tree ourTree = translated(ours, NewNames.of(naming.ofOurs(), ourParts));
            Tree theirTree = translated(theirs, NewNames.of(naming.ofTheirs(), theirParts));
            return new Frame(
                    baseTree,
                    ourTree,
                    theirTree,
                    List.copyOf(questions),
                    origins,
                    RenamedOnly.find(base, ours, baseTree, ourTree),
                    RenamedOnly.find(base, theirs, baseTree, theirTree));
        }

        private static Conflict question(ObjectId id, Naming.Question<ObjectId> question) {
            ConflictKind kind = question.collision() ? ConflictKind.NAME_COLLISION : ConflictKind.MODIFIED;
            return Conflict.of(
                    id,
                    List.of(Conflict.NAME),
                    kind,
                    name(id, question.base()),
                    name(id, question.ours()),
                    name(id, question.theirs()),
                    "what to call it");
        }

        private static TextNode name(ObjectId id, ObjectId named) {
            String schema = named.schema().equals(id.schema())
                    ? ""
                    : named.schema().map(Names::quoted).orElse("") + ".";
            return TextNode.valueOf(schema + Names.quoted(named.name()));
        }

        private void parts(
                ObjectId id,
                ObjectId merged,
                SortedMap<ObjectId, ObjectId> ofOurs,
                SortedMap<ObjectId, ObjectId> ofTheirs) {
            ObjectId our = ourNames.getOrDefault(id, id);
            ObjectId their = theirNames.getOrDefault(id, id);
            boolean inOurs = ours.containsKey(our) && merged.equals(ofOurs.get(our));
            boolean inTheirs = theirs.containsKey(their) && merged.equals(ofTheirs.get(their));
            for (String group : GROUPS) {
                SortedMap<String, String> ourNew = inOurs ? ourRenames.parts(id, group) : new TreeMap<>();
                SortedMap<String, String> theirNew = inTheirs ? theirRenames.parts(id, group) : new TreeMap<>();
                if (ourNew.isEmpty() && theirNew.isEmpty()) {
                    continue;
                }
                JsonNode before = base.get(id).path(group);
                JsonNode one = inOurs ? ours.get(our).path(group) : before;
                JsonNode other = inTheirs ? theirs.get(their).path(group) : before;
                Naming<String> naming = Naming.of(
                        new Naming.Names<>(keys(before), keys(one), keys(other)),
                        ourNew,
                        theirNew,
                        part -> before.path(part).equals(one.path(part)),
                        part -> before.path(part).equals(other.path(part)));
                put(baseParts, id, group, naming.ofBase());
                if (inOurs) {
                    put(ourParts, our, group, naming.ofOurs());
                }
                if (inTheirs) {
                    put(theirParts, their, group, naming.ofTheirs());
                }
                naming.questions()
                        .forEach((part, question) -> questions.add(Conflict.of(
                                merged,
                                List.of(group, part, Conflict.NAME),
                                question.collision() ? ConflictKind.NAME_COLLISION : ConflictKind.MODIFIED,
                                TextNode.valueOf(Names.quoted(question.base())),
                                TextNode.valueOf(Names.quoted(question.ours())),
                                TextNode.valueOf(Names.quoted(question.theirs())),
                                "what to call it")));
            }
        }

        private static TreeSet<String> keys(JsonNode group) {
            TreeSet<String> keys = new TreeSet<>();
            group.fieldNames().forEachRemaining(keys::add);
            return keys;
        }

        private static void put(
                Map<ObjectId, Map<String, SortedMap<String, String>>> parts,
                ObjectId id,
                String group,
                SortedMap<String, String> names) {
            parts.computeIfAbsent(id, object -> new HashMap<>()).put(group, names);
        }

        private static Tree translated(SortedMap<ObjectId, ObjectNode> tree, NewNames names) {
            TreeMap<ObjectId, ObjectNode> objects = new TreeMap<>();
            Map<ObjectId, Set<List<String>>> unproved = new HashMap<>();
            boolean same = names.changeNothing();
            TextTranslation texts = new TextTranslation(names);
            names.objects().forEach((from, to) -> {
                Set<List<String>> kept = new HashSet<>();
                ObjectNode facts = tree.get(from);
                objects.put(to, same ? facts : ObjectTranslation.of(names, texts, from, facts, kept));
                if (!kept.isEmpty()) {
                    unproved.put(to, kept);
                }
            });
            return new Tree(objects, unproved, names);
        }
    }
}
