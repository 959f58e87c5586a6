package io.pggit.core.merge;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The names that base, ours and theirs get in a merge, so that one thing has one name in all three. A thing renamed by one
 * side takes that name; renamed differently by both, or to a name that another thing has, it keeps the name of the base,
 * and that is a question. What one side dropped and the other left alone has no name, so that its name is free.
 *
 * @param ofBase names at the base to names of the merge
 * @param ofOurs our names likewise
 * @param ofTheirs their names likewise
 * @param questions things whose name somebody has to decide, by their names in the merge
 */
record Naming<K extends Comparable<K>>(
        SortedMap<K, K> ofBase, SortedMap<K, K> ofOurs, SortedMap<K, K> ofTheirs, SortedMap<K, Question<K>> questions) {
    /** The names something has. */
    record Question<K>(K base, K ours, K theirs, boolean collision) {}

    /** The names of one kind of things in base and both sides. */
    record Names<K>(SortedSet<K> base, SortedSet<K> ours, SortedSet<K> theirs) {}

    /**
     * Finds the names.
     *
     * @param ourRenames names at the base to our names; what is not in both is ignored
     * @param theirRenames likewise
     * @param sameInOurs whether something we did not rename is as at the base
     * @param sameInTheirs likewise
     */
    static <K extends Comparable<K>> Naming<K> of(
            Names<K> names,
            Map<K, K> ourRenames,
            Map<K, K> theirRenames,
            Predicate<K> sameInOurs,
            Predicate<K> sameInTheirs) {
        SortedMap<K, K> ours = valid(names.base, names.ours, ourRenames);
        SortedMap<K, K> theirs = valid(names.base, names.theirs, theirRenames);
        SortedSet<K> goneFromOurs = gone(names.base, names.ours, ours);
        SortedSet<K> goneFromTheirs = gone(names.base, names.theirs, theirs);
        TreeMap<K, K> ofBase = new TreeMap<>();
        TreeMap<K, Question<K>> questions = new TreeMap<>();
        for (K base : names.base) {
            K our = ours.getOrDefault(base, base);
            K their = theirs.getOrDefault(base, base);
            boolean dying = goneFromOurs.contains(base)
                    ? goneFromTheirs.contains(base) || their.equals(base) && sameInTheirs.test(base)
                    : goneFromTheirs.contains(base) && our.equals(base) && sameInOurs.test(base);
            if (dying) {
                continue;
            }
            boolean differ = !our.equals(base) && !their.equals(base) && !our.equals(their);
            ofBase.put(base, differ ? base : our.equals(base) ? their : our);
            if (differ) {
                questions.put(base, new Question<>(base, our, their, false));
            }
        }
        SortedSet<K> fresh = fresh(names.base, names.ours, ours);
        fresh.addAll(fresh(names.base, names.theirs, theirs));
        undoCollisions(ofBase, fresh, questions, ours, theirs);
        return new Naming<>(
                ofBase,
                side(names.ours, ours, ofBase, names.base),
                side(names.theirs, theirs, ofBase, names.base),
                questions);
    }

    private static <K extends Comparable<K>> void undoCollisions(
            TreeMap<K, K> ofBase,
            SortedSet<K> fresh,
            TreeMap<K, Question<K>> questions,
            SortedMap<K, K> ours,
            SortedMap<K, K> theirs) {
        for (boolean again = true; again; ) {
            again = false;
            TreeMap<K, Integer> holders = new TreeMap<>();
            fresh.forEach(name -> holders.merge(name, 1, Integer::sum));
            ofBase.values().forEach(name -> holders.merge(name, 1, Integer::sum));
            for (Map.Entry<K, K> entry : ofBase.entrySet()) {
                K base = entry.getKey();
                boolean taken = holders.get(entry.getValue()) > 1 || isWanted(entry.getValue(), base, questions);
                if (taken && !entry.getValue().equals(base)) {
                    questions.put(
                            base,
                            new Question<>(base, ours.getOrDefault(base, base), theirs.getOrDefault(base, base), true));
                    entry.setValue(base);
                    again = true;
                }
            }
        }
    }

    /** Whether another thing would get this name if its question were answered so: then both have to be asked about. */
    private static <K> boolean isWanted(K name, K base, SortedMap<K, Question<K>> questions) {
        return questions.values().stream()
                .anyMatch(question -> !question.base().equals(base)
                        && (question.ours().equals(name) || question.theirs().equals(name)));
    }

    /** Renames of what is at the base, to what is there now. */
    private static <K extends Comparable<K>> SortedMap<K, K> valid(
            SortedSet<K> base, SortedSet<K> side, Map<K, K> renames) {
        TreeMap<K, K> valid = new TreeMap<>();
        renames.forEach((from, to) -> {
            if (!from.equals(to) && base.contains(from) && side.contains(to) && !valid.containsValue(to)) {
                valid.put(from, to);
            }
        });
        return valid;
    }

    /** What a side no longer has; its name may be another's by now. */
    private static <K extends Comparable<K>> SortedSet<K> gone(
            SortedSet<K> base, SortedSet<K> side, SortedMap<K, K> renames) {
        SortedSet<K> gone = new TreeSet<>(base);
        gone.removeIf(name -> renames.containsKey(name) || side.contains(name) && !renames.containsValue(name));
        return gone;
    }

    private static <K extends Comparable<K>> SortedSet<K> fresh(
            SortedSet<K> base, SortedSet<K> side, SortedMap<K, K> renames) {
        SortedSet<K> fresh = new TreeSet<>(side);
        fresh.removeIf(name -> renames.containsValue(name) || base.contains(name) && !renames.containsKey(name));
        return fresh;
    }

    private static <K extends Comparable<K>> SortedMap<K, K> side(
            SortedSet<K> side, SortedMap<K, K> renames, SortedMap<K, K> ofBase, SortedSet<K> base) {
        TreeMap<K, K> origins = new TreeMap<>();
        base.forEach(name -> origins.put(name, name));
        renames.keySet().forEach(origins::remove);
        renames.forEach((from, to) -> origins.put(to, from));
        TreeMap<K, K> names = new TreeMap<>();
        for (K name : side) {
            K origin = origins.get(name);
            if (origin == null) {
                names.put(name, name);
            } else if (ofBase.containsKey(origin)) {
                names.put(name, ofBase.get(origin));
            }
        }
        return names;
    }
}
