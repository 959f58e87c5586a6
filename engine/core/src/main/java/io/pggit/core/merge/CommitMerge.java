package io.pggit.core.merge;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.history.MergeBases;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Merges two commits of a graph. Where they have several merge bases, these are merged first, as git's recursive strategy
 * does: what conflicts between them counts as it was before both. Without any, everything was added by both.
 *
 * @param <C> names a commit; compares greater than its parents
 */
public final class CommitMerge<C extends Comparable<C>> {
    private final MergeSource<C> source;

    /** Merges commits of {@code source}. */
    public CommitMerge(MergeSource<C> source) {
        this.source = source;
    }

    /** A tree, and what its things are called in two commits that came from it. */
    private record Base(SortedMap<ObjectId, Facts> facts, Renames toOurs, Renames toTheirs) {}

    /** Merges, with answers to the conflicts of an earlier attempt. */
    public MergeResult merge(C ours, C theirs, Map<Conflict.Key, Resolution> answers) {
        Base base = base(ours, theirs);
        return SchemaMerge.merge(
                base.facts,
                new MergeSide(source.facts(ours), base.toOurs),
                new MergeSide(source.facts(theirs), base.toTheirs),
                answers);
    }

    /** Takes back what a commit did, seen from its first parent, on top of a commit that has it among its ancestors. */
    public MergeResult revert(C commit, C onto, Map<Conflict.Key, Resolution> answers) {
        List<C> parents = source.parents(commit);
        return SchemaMerge.merge(
                source.facts(commit),
                new MergeSide(source.facts(onto), between(commit, onto)),
                parents.isEmpty()
                        ? MergeSide.of(new TreeMap<>())
                        : new MergeSide(
                                source.facts(parents.get(0)),
                                source.renames(commit).inverse()),
                answers);
    }

    /** What got new names between any two commits, seen from the first: by way of what they have in common. */
    public Renames renames(C from, C to) {
        List<C> bases = MergeBases.of(source, from, to);
        if (bases.isEmpty()) {
            return Renames.NONE;
        }
        C base = bases.get(0);
        SortedMap<ObjectId, Facts> common = source.facts(base);
        return between(base, from)
                .within(common)
                .inverse()
                .andThen(between(base, to).within(common));
    }

    private Base base(C ours, C theirs) {
        List<C> bases = MergeBases.of(source, ours, theirs);
        if (bases.isEmpty()) {
            return new Base(new TreeMap<>(), Renames.NONE, Renames.NONE);
        }
        C first = bases.get(0);
        Base base = new Base(source.facts(first), between(first, ours), between(first, theirs));
        C merged = first;
        for (C next : bases.subList(1, bases.size())) {
            base = merge(base, merged, next, ours, theirs);
            merged = next;
        }
        return base;
    }

    /** Merges one more base into what the ones before came to; {@code last} stands for these. */
    private Base merge(Base soFar, C last, C next, C ours, C theirs) {
        Base below = base(last, next);
        MergeSide one = new MergeSide(soFar.facts, below.toOurs);
        MergeSide other = new MergeSide(source.facts(next), below.toTheirs);
        MergeResult result = SchemaMerge.merge(below.facts, one, other);
        if (!result.isClean()) {
            Map<Conflict.Key, Resolution> asBefore = result.answers(conflict -> true, Resolution.BASE);
            result = SchemaMerge.merge(below.facts, one, other, asBefore);
        }
        Renames toOurs = both(result, soFar.toOurs, between(next, ours));
        Renames toTheirs = both(result, soFar.toTheirs, between(next, theirs));
        return new Base(result.merged(), toOurs, toTheirs);
    }

    private static Renames both(MergeResult result, Renames first, Renames second) {
        Renames one = result.fromOurs().inverse().andThen(first);
        Renames other = result.fromTheirs().inverse().andThen(second);
        TreeMap<ObjectId, ObjectId> objects = new TreeMap<>(other.objects());
        objects.putAll(one.objects());
        TreeMap<ObjectId, SortedMap<String, SortedMap<String, String>>> parts = new TreeMap<>(other.parts());
        parts.putAll(one.parts());
        return new Renames(objects, parts);
    }

    /** What got new names on the way from an ancestor; the way goes along first parents where it can. */
    public Renames between(C ancestor, C descendant) {
        Map<C, C> children = new HashMap<>();
        Deque<C> open = new ArrayDeque<>(List.of(descendant));
        while (!open.isEmpty() && !children.containsKey(ancestor)) {
            C commit = open.removeFirst();
            List<C> parents = source.parents(commit);
            for (int i = parents.size() - 1; i >= 0; i--) {
                C parent = parents.get(i);
                if (parent.compareTo(ancestor) >= 0 && !parent.equals(descendant) && !children.containsKey(parent)) {
                    children.put(parent, commit);
                    open.addFirst(parent);
                }
            }
        }
        Renames renames = Renames.NONE;
        for (C commit = ancestor; !commit.equals(descendant); ) {
            C child = children.get(commit);
            if (child == null) {
                throw new IllegalArgumentException(ancestor + " is no ancestor of " + descendant);
            }
            renames = renames.andThen(step(commit, child));
            commit = child;
        }
        return renames;
    }

    private Renames step(C parent, C child) {
        C first = source.parents(child).get(0);
        return first.equals(parent)
                ? source.renames(child)
                : merge(first, parent, Map.of()).fromTheirs();
    }
}
