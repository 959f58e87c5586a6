package io.pggit.core.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One side of a plan, written by hand: single quotes in the JSON stand for double ones. */
final class SideOfPlan {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<ObjectId, Facts> objects = new TreeMap<>();

    static ObjectId id(ObjectKind kind, String name) {
        return new ObjectId(kind, Optional.of("public"), name, Optional.empty());
    }

    SideOfPlan with(ObjectKind kind, String name, String facts) {
        return with(id(kind, name), facts);
    }

    SideOfPlan with(ObjectId id, String facts) {
        try {
            objects.put(id, Facts.of(JSON.readTree(facts.replace('\'', '"'))));
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(facts, e);
        }
    }

    SideOfPlan with(ObjectId id, Facts facts) {
        objects.put(id, facts);
        return this;
    }

    SortedMap<ObjectId, Facts> objects() {
        return objects;
    }
}
