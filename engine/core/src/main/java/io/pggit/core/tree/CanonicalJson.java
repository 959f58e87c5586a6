package io.pggit.core.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON as the one text people and git compare: keys sorted, two spaces per level, LF, a final newline, and nothing
 * escaped that RFC 8259 (section 7) lets stand.
 */
public final class CanonicalJson {
    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /** The canonical text of {@code node}. */
    public static String text(JsonNode node) {
        CanonicalJson writer = new CanonicalJson();
        writer.value(node, "\n");
        return writer.text.append('\n').toString();
    }

    private void value(JsonNode node, String newline) {
        if (node.isObject()) {
            object(node, newline);
        } else if (node.isArray()) {
            array(node, newline);
        } else if (node.isTextual()) {
            string(node.textValue());
        } else {
            text.append(node);
        }
    }

    private void object(JsonNode node, String newline) {
        if (node.isEmpty()) {
            text.append("{}");
            return;
        }
        TreeMap<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        String inner = newline + "  ";
        char before = '{';
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            text.append(before).append(inner);
            string(member.getKey());
            text.append(": ");
            value(member.getValue(), inner);
            before = ',';
        }
        text.append(newline).append('}');
    }

    private void array(JsonNode node, String newline) {
        if (node.isEmpty()) {
            text.append("[]");
            return;
        }
        String inner = newline + "  ";
        char before = '[';
        for (Iterator<JsonNode> elements = node.elements(); elements.hasNext(); before = ',') {
            text.append(before).append(inner);
            value(elements.next(), inner);
        }
        text.append(newline).append(']');
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
