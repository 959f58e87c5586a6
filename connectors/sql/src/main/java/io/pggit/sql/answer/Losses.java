package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.merge.Renames;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.PlannedStatement;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Where data may be when a plan begins and is not any more when it has run: what has to be looked at before. */
final class Losses {
    /** A default that can be computed as often as one likes and is the same each time: no call of a function in it. */
    private static final Pattern CONSTANT = Pattern.compile("(?:'(?:[^']|'')*'|[^'()]|::[\\w \".]+\\([0-9, ]+\\))*");

    private final SortedMap<ObjectId, Facts> live;
    private final SortedMap<ObjectId, Facts> target;
    private final Renames renames;
    private final Map<ObjectId, ObjectId> nameNow = new HashMap<>();

    Losses(SortedMap<ObjectId, Facts> live, SortedMap<ObjectId, Facts> target, Renames renames) {
        this.live = live;
        this.target = target;
        this.renames = renames;
        renames.objects().forEach((now, later) -> nameNow.put(later, now));
    }

    /**
     * An element per table {@code {table}}, dropped column {@code {table, column, fallback}} and column that gets a narrower
     * type {@code {table, column, type, from}}, by the names of now; {@code fallback} is an expression whose value is no loss.
     */
    ArrayNode of(Plan plan) {
        ArrayNode losses = JsonNodeFactory.instance.arrayNode();
        for (PlannedStatement statement : plan.statements()) {
            if (statement.dataLoss().isPresent() && statement.object().kind() == ObjectKind.TABLE) {
                look(statement, losses);
            }
        }
        return losses;
    }

    private void look(PlannedStatement statement, ArrayNode losses) {
        ObjectId table = Optional.ofNullable(nameNow.get(statement.object()))
                .filter(live::containsKey)
                .orElse(statement.object());
        if (statement.action() == PlannedStatement.Action.DROP) {
            losses.addObject().put("table", Names.qualified(table));
            return;
        }
        columns(live, table).properties().forEach(column -> {
            String name = column.getKey();
            String later = renames.parts()
                    .getOrDefault(table, Collections.emptySortedMap())
                    .getOrDefault("columns", Collections.emptySortedMap())
                    .getOrDefault(name, name);
            if (statement.sql().endsWith(" DROP COLUMN " + Names.quoted(name))) {
                if (!column.getValue().has("generated")) {
                    String fallback = column.getValue().path("default").asText("NULL");
                    loss(losses, table, name)
                            .put("fallback", CONSTANT.matcher(fallback).matches() ? fallback : "NULL");
                }
            } else if (statement.sql().contains(" ALTER COLUMN " + Names.quoted(later) + " SET DATA TYPE ")) {
                JsonNode type = columns(target, statement.object()).path(later).path("type");
                loss(losses, table, name)
                        .put("type", type.asText())
                        .put("from", column.getValue().path("type").asText());
            }
        });
    }

    private static ObjectNode loss(ArrayNode losses, ObjectId table, String column) {
        return losses.addObject().put("table", Names.qualified(table)).put("column", column);
    }

    private static JsonNode columns(SortedMap<ObjectId, Facts> schema, ObjectId table) {
        return schema.containsKey(table)
                ? schema.get(table).view().path("columns")
                : JsonNodeFactory.instance.objectNode();
    }
}
