package io.pggit.core.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.Seeds;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Laws of merging, over random schemas and random changes on both sides. */
class SchemaMergeProperties {
    private static final int SEEDS = Integer.getInteger("pggit.merge.seeds", 1_000);

    /** A base and what became of it twice. */
    private record Fork(ModelSchema base, ModelSchema one, ModelSchema other) {
        static Fork random(Random random) {
            ModelSchema base = ModelSchema.random(random);
            ModelSchema one = base.branch(1).edited(random, 1 + random.nextInt(5));
            ModelSchema other = base.branch(2).edited(random, 1 + random.nextInt(5));
            return new Fork(base, one, other);
        }

        MergeResult merge() {
            return SchemaMerge.merge(base.facts(), one.since(base), other.since(base));
        }

        /** From the base to a merge. What the other side dropped is in no merge, and its new name is free for another thing. */
        Renames renamesUpTo(MergeResult result) {
            Renames all = one.since(base).renames().andThen(result.fromOurs());
            MergeSide theirs = other.since(base);
            TreeMap<ObjectId, ObjectId> objects = new TreeMap<>(all.objects());
            objects.keySet()
                    .removeIf(id -> !theirs.objects().containsKey(id)
                            && !theirs.renames().objects().containsKey(id));
            return new Renames(objects, all.parts());
        }

        MergeResult swapped() {
            return SchemaMerge.merge(base.facts(), other.since(base), one.since(base));
        }
    }

    @Test
    void whereOneSideStandsStillTheOtherIsTheResult() {
        Seeds.holds(SEEDS, random -> {
            Fork fork = Fork.random(random);
            MergeSide still = MergeSide.of(fork.base.facts());

            MergeResult first = SchemaMerge.merge(fork.base.facts(), fork.one.since(fork.base), still);
            MergeResult second = SchemaMerge.merge(fork.base.facts(), still, fork.one.since(fork.base));

            assertEquals(List.of(), first.conflicts());
            assertEquals(fork.one.facts(), first.merged());
            assertEquals(List.of(), second.conflicts());
            assertEquals(unordered(fork.one.facts()), unordered(second.merged()));
        });
    }

    @Test
    void theSameOnBothSidesIsTheResult() {
        Seeds.holds(SEEDS, random -> {
            Fork fork = Fork.random(random);
            MergeSide side = fork.one.since(fork.base);

            MergeResult result = SchemaMerge.merge(fork.base.facts(), side, side);

            assertEquals(List.of(), result.conflicts());
            assertEquals(fork.one.facts(), result.merged());
        });
    }

    @Test
    void mergeFavoursNeitherSide() {
        int[] clean = {0};
        Seeds.holds(SEEDS, random -> {
            Fork fork = Fork.random(random);

            MergeResult result = fork.merge();
            MergeResult swapped = fork.swapped();

            assertEquals(
                    result.conflicts().stream()
                            .map(Conflict::swapped)
                            .map(this::unordered)
                            .toList(),
                    swapped.conflicts().stream().map(this::unordered).toList());
            assertEquals(result.warnings(), swapped.warnings());
            assertEquals(result.unproved(), swapped.unproved());
            if (result.isClean()) {
                clean[0]++;
                assertEquals(unordered(result.merged()), unordered(swapped.merged()));
            }
        });
        System.out.println(clean[0] + " of " + SEEDS + " random merges are clean");
    }

    @Test
    void mergingTheResultAgainChangesNothing() {
        Seeds.holds(SEEDS, random -> {
            Fork fork = Fork.random(random);
            MergeResult result = fork.merge();
            if (result.isClean()) {
                MergeSide merged = new MergeSide(result.merged(), fork.renamesUpTo(result));

                MergeResult again = SchemaMerge.merge(fork.base.facts(), merged, fork.other.since(fork.base));
                MergeResult onto = SchemaMerge.merge(
                        fork.one.facts(),
                        MergeSide.of(fork.one.facts()),
                        new MergeSide(result.merged(), result.fromOurs()));

                assertEquals(List.of(), again.conflicts());
                assertEquals(result.merged(), again.merged());
                assertEquals(unordered(result.merged()), unordered(onto.merged()));
            }
        });
    }

    @Test
    void everyConflictCanBeResolvedToEitherSide() {
        Seeds.holds(SEEDS, random -> {
            Fork fork = Fork.random(random);
            for (Resolution resolution : List.of(Resolution.OURS, Resolution.THEIRS)) {
                TreeMap<Conflict.Key, Resolution> answers = new TreeMap<>();
                MergeResult result = fork.merge();
                for (int round = 0; round < 12 && !result.isClean(); round++) {
                    answers.putAll(result.answers(conflict -> true, resolution));
                    result = SchemaMerge.merge(
                            fork.base.facts(), fork.one.since(fork.base), fork.other.since(fork.base), answers);
                }
                assertEquals(List.of(), result.conflicts(), resolution.toString());
            }
        });
    }

    @Test
    void nothingOfEitherSideIsLostWithoutAConflict() {
        Seeds.holds(SEEDS, random -> {
            ModelSchema base = ModelSchema.random(random);
            ModelSchema one = base.branch(1).edited(random, 3);
            ModelSchema other = base.branch(2);
            TreeMap<ObjectId, Facts> added = new TreeMap<>(other.facts());
            ModelSchema apart = ModelSchema.random(random);
            apart.facts().forEach((id, facts) -> {
                boolean taken = (base.facts().toString() + one.facts()).contains("name=" + id.name() + ",");
                if (!taken && !facts.text().contains("depends_on")) {
                    added.put(id, facts);
                }
            });

            MergeResult result = SchemaMerge.merge(base.facts(), one.since(base), MergeSide.of(added));

            TreeMap<ObjectId, Facts> expected = new TreeMap<>(one.facts());
            added.forEach((id, facts) -> {
                if (!base.facts().containsKey(id)) {
                    expected.put(id, facts);
                }
            });
            if (result.isClean()) {
                assertEquals(expected, result.merged());
            } else {
                assertTrue(
                        result.conflicts().stream()
                                .allMatch(conflict -> conflict.kind() == ConflictKind.NAME_COLLISION),
                        result.conflicts()::toString);
            }
        });
    }

    @Test
    void whatIsLeftAloneMakesNoDifference() {
        int[] spared = {0};
        Seeds.holds(SEEDS / 4, random -> {
            Fork fork = Fork.random(random);
            MergeSide one = fork.one.since(fork.base);
            MergeSide other = fork.other.since(fork.base);
            TreeMap<Conflict.Key, Resolution> answers = new TreeMap<>();
            for (int round = 0; round < 4; round++) {
                MergeResult result = SchemaMerge.merge(fork.base.facts(), one, other, answers);

                assertEquals(SchemaMerge.whole(fork.base.facts(), one, other, answers), result);
                answers.putAll(result.answers(
                        conflict -> true,
                        List.of(Resolution.OURS, Resolution.THEIRS, Resolution.BASE)
                                .get(random.nextInt(3))));
            }
            Bystanders left = Bystanders.of(fork.base.facts(), one, other, List.of());
            spared[0] +=
                    fork.base.facts().size() - left.without(fork.base.facts()).size();
        });
        assertTrue(spared[0] > 0);
    }

    private Conflict unordered(Conflict conflict) {
        return new Conflict(
                conflict.object(),
                conflict.path(),
                conflict.kind(),
                conflict.base().map(SchemaMergeProperties::unordered),
                conflict.ours().map(SchemaMergeProperties::unordered),
                conflict.theirs().map(SchemaMergeProperties::unordered),
                conflict.about());
    }

    private static com.fasterxml.jackson.databind.JsonNode unordered(com.fasterxml.jackson.databind.JsonNode node) {
        if (node instanceof ObjectNode object && object.has("column_order")) {
            return unordered(Facts.of(object)).tree();
        }
        return node;
    }

    static Facts unordered(Facts facts) {
        ObjectNode tree = facts.tree();
        TreeSet<String> names = new TreeSet<>();
        tree.path("column_order").forEach(name -> names.add(name.asText()));
        if (!names.isEmpty()) {
            names.forEach(tree.putArray("column_order")::add);
        }
        return Facts.of(tree);
    }

    static Map<ObjectId, Facts> unordered(SortedMap<ObjectId, Facts> objects) {
        TreeMap<ObjectId, Facts> unordered = new TreeMap<>();
        objects.forEach((id, facts) -> unordered.put(id, unordered(facts)));
        return unordered;
    }
}
