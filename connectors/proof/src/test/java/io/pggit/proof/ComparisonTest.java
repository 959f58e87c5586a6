package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.pggit.capture.catalog.Catalog;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Refusal;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void objectsOfUnmodelledKindsAreRefusedByName() {
        Comparison comparison = Comparison.of(
                catalog("widget a", "widget both"), catalog("widget b", "widget both"), PlanOptions.forServer(18));

        assertEquals(
                Set.of(
                        new Refusal("widget a", "only in the first database, and its kind is not modelled"),
                        new Refusal("widget b", "only in the second database, and its kind is not modelled"),
                        new Refusal(
                                "widget both", "in both databases; its kind is not modelled, so it was not compared")),
                Set.copyOf(comparison.up().refused()));
        assertFalse(comparison.isEmpty());
        assertEquals(3, comparison.json().path("refused").size());
    }

    private static Catalog catalog(String... unmodelled) {
        return new Catalog(new TreeMap<>(), new TreeSet<>(Set.of(unmodelled)));
    }
}
