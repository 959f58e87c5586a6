package io.pggit.sql.answer;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was asked for last, up to a number of answers. For one thread at a time. */
final class Kept<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int limit;

    Kept(int limit) {
        super(16, 0.75f, true);
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
