package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.PlannedStatement;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Where data may be when a plan begins and is not any more when it has run: what has to be looked at before. */
final class Losses {
    /** A default that can be computed as often as one likes and is the same each time: no call of a function in it. */
    private static final Pattern CONSTANT = Pattern.compile("(?:'(?:[^']|'')*'|[^'()]|::[\\w \".]+\\([0-9, ]+\\))*");

    private static final Pattern NEW_TYPE =
            Pattern.compile("ALTER COLUMN (.+?) TYPE (.+?)(?: COLLATE .+?)?(?: USING .+)?");

    private final SortedMap<ObjectId, Facts> live;
    private final Plan plan;

    Losses(SortedMap<ObjectId, Facts> live, Plan plan) {
        this.live = live;
        this.plan = plan;
    }

    /**
     * An element per table {@code {table}}, dropped column {@code {table, column, fallback}} and column that gets a narrower
     * type {@code {table, column, type}}; {@code fallback} is an expression whose value is no loss.
     */
    ArrayNode json() {
        ArrayNode losses = JsonNodeFactory.instance.arrayNode();
        for (PlannedStatement statement : plan.statements()) {
            if (statement.dataLoss().isPresent() && statement.object().kind() == ObjectKind.TABLE) {
                look(statement, losses);
            }
        }
        return losses;
    }

    private void look(PlannedStatement statement, ArrayNode losses) {
        String table = Names.qualified(statement.object());
        if (statement.action() == PlannedStatement.Action.DROP) {
            losses.addObject().put("table", table);
            return;
        }
        Facts facts = live.get(statement.object());
        JsonNode columns = facts == null
                ? JsonNodeFactory.instance.objectNode()
                : facts.tree().path("columns");
        columns.properties().forEach(column -> {
            String name = Names.quoted(column.getKey());
            if (statement.sql().endsWith(" DROP COLUMN " + name)) {
                if (!column.getValue().has("generated")) {
                    ObjectNode loss = losses.addObject().put("table", table).put("column", column.getKey());
                    String fallback = column.getValue().path("default").asText("NULL");
                    loss.put("fallback", CONSTANT.matcher(fallback).matches() ? fallback : "NULL");
                }
            } else if (statement.sql().contains(" ALTER COLUMN " + name + " TYPE ")) {
                var type = NEW_TYPE.matcher(statement.sql());
                if (type.find()) {
                    losses.addObject()
                            .put("table", table)
                            .put("column", column.getKey())
                            .put("type", type.group(2));
                }
            }
        });
    }
}
