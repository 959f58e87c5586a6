package io.pggit.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The way from one live database to another and back. Needs no engine and changes neither.
 *
 * @param up from the first to the second
 * @param down from the second to the first
 * @param before what the first one holds
 * @param after what the second one holds
 * @param options what the plans are for
 */
public record Comparison(Plan up, Plan down, Catalog before, Catalog after, PlanOptions options) {
    /**
     * Reads both databases and plans. The plan is meant for the first one's server and the role logged in there.
     *
     * @throws io.pggit.capture.CaptureException when a catalog cannot be read
     * @throws SQLException when a database cannot be reached
     */
    public static Comparison of(Database first, Database second, PlanOptions.Style style) throws SQLException {
        try (Connection one = first.connect();
                Connection other = second.connect()) {
            PlanOptions options = PlanOptions.forServer(one.getMetaData().getDatabaseMajorVersion())
                    .runBy(one.getMetaData().getUserName())
                    .in(style);
            return read(one, other, options);
        }
    }

    /** Both at once: most of the time is the servers'. */
    private static Comparison read(Connection one, Connection other, PlanOptions options) {
        CompletableFuture<Catalog> second = CompletableFuture.supplyAsync(() -> CatalogReader.read(other));
        try {
            Catalog first = CatalogReader.read(one);
            return of(first, second.join(), options);
        } catch (CompletionException e) {
            throw e.getCause() instanceof CaptureException failure ? failure : e;
        } finally {
            second.exceptionally(failure -> null).join(); // the connection is closed next
        }
    }

    static Comparison of(Catalog before, Catalog after, PlanOptions options) {
        List<Refusal> unmodelled = unmodelled(before, after);
        return new Comparison(
                with(Planner.plan(before.objects(), after.objects(), options), unmodelled),
                with(Planner.plan(after.objects(), before.objects(), options), unmodelled),
                before,
                after,
                options);
    }

    private static Plan with(Plan plan, List<Refusal> more) {
        List<Refusal> refused = new ArrayList<>(plan.refused());
        refused.addAll(more);
        return new Plan(plan.segments(), refused, plan.misplaced());
    }

    /** An object without facts is the same on both sides as far as anybody can tell, or it is refused. */
    private static List<Refusal> unmodelled(Catalog before, Catalog after) {
        SortedSet<String> either = new TreeSet<>(before.unmodelled());
        either.addAll(after.unmodelled());
        List<Refusal> refused = new ArrayList<>();
        for (String object : either) {
            if (!before.unmodelled().contains(object)) {
                refused.add(new Refusal(object, "only in the second database, and its kind is not modelled"));
            } else if (!after.unmodelled().contains(object)) {
                refused.add(new Refusal(object, "only in the first database, and its kind is not modelled"));
            } else {
                refused.add(new Refusal(object, "in both databases; its kind is not modelled, so it was not compared"));
            }
        }
        return refused;
    }

    /** Whether the databases are the same. */
    public boolean isEmpty() {
        return up.isEmpty();
    }

    /** {@code {"statements": [], "down": [], "hazards": [], "refused": [{"object", "reason"}]}}. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fill(json.putArray("statements"), up.sql());
        fill(json.putArray("down"), down.sql());
        fill(json.putArray("hazards"), up.hazards().stream().map(Enum::name).toList());
        ArrayNode refused = json.putArray("refused");
        up.refused()
                .forEach(refusal ->
                        refused.addObject().put("object", refusal.object()).put("reason", refusal.reason()));
        return json;
    }

    private static void fill(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
