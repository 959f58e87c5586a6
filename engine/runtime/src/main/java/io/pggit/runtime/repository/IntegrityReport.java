package io.pggit.runtime.repository;

import java.util.ArrayList;
import java.util.List;

/** What was read again, and what is wrong with it. */
public final class IntegrityReport {
    private long commits;
    private long objects;
    private long refs;
    private final List<String> damagedEntries = new ArrayList<>();
    private final List<String> damagedTrees = new ArrayList<>();
    private final List<String> damagedParents = new ArrayList<>();
    private final List<String> damagedRefs = new ArrayList<>();

    IntegrityReport() {}

    void commit() {
        commits++;
    }

    void object() {
        objects++;
    }

    void ref() {
        refs++;
    }

    void entry(String what) {
        damagedEntries.add(what);
    }

    void tree(String what) {
        damagedTrees.add(what);
    }

    void parent(String what) {
        damagedParents.add(what);
    }

    void ref(String what) {
        damagedRefs.add(what);
    }

    /** Number of commits read. */
    public long commits() {
        return commits;
    }

    /** Number of stored objects read, without trees. */
    public long objects() {
        return objects;
    }

    /** Number of branches and tags. */
    public long refs() {
        return refs;
    }

    /** Entries of trees that lead to nothing, or to something else than they say. */
    public List<String> damagedEntries() {
        return List.copyOf(damagedEntries);
    }

    /** Commits that cannot be read or whose tree cannot. */
    public List<String> damagedTrees() {
        return List.copyOf(damagedTrees);
    }

    /** Commits whose parents are not what they should be. */
    public List<String> damagedParents() {
        return List.copyOf(damagedParents);
    }

    /** Branches and tags that lead to no commit. */
    public List<String> damagedRefs() {
        return List.copyOf(damagedRefs);
    }
}
