package io.pggit.kafka;

import com.fasterxml.jackson.databind.JsonNode;

/** As much of JSON Schema as our schema uses: type, const, enum, required, properties, items and references. */
final class SchemaCheck {
    private SchemaCheck() {}

    static void requireValid(JsonNode schema, JsonNode value) {
        check(schema, schema, value, "$");
    }

    private static void check(JsonNode root, JsonNode schema, JsonNode value, String path) {
        if (schema.has("$ref")) {
            check(root, root.at(schema.get("$ref").textValue().substring(1)), value, path);
            return;
        }
        require(schema.has("type") || schema.has("const"), path + " has no type in the schema");
        require(!schema.has("const") || schema.get("const").equals(value), path + ": " + value);
        require(!schema.has("type") || isOf(schema.get("type").textValue(), value), path + ": " + value);
        if (schema.has("enum")) {
            boolean listed = false;
            for (JsonNode one : schema.get("enum")) {
                listed |= one.equals(value);
            }
            require(listed, path + ": " + value);
        }
        schema.path("required").forEach(name -> require(value.has(name.textValue()), path + " lacks " + name));
        if (value.isObject() && schema.has("properties")) {
            value.properties().forEach(member -> {
                JsonNode known = schema.get("properties").path(member.getKey());
                JsonNode rule = known.isMissingNode() ? schema.path("additionalProperties") : known;
                require(rule.isObject(), path + "." + member.getKey() + " is not in the schema");
                check(root, rule, member.getValue(), path + "." + member.getKey());
            });
        }
        if (value.isArray()) {
            value.forEach(element -> check(root, schema.get("items"), element, path + "[]"));
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
