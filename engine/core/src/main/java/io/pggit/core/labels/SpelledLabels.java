package io.pggit.core.labels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.lex.SqlLexer;
import io.pggit.core.lex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts as the describing functions would write them after labels of an enum got other names. PostgreSQL keeps a constant by the
 * OID of its label, so it follows, and writes it with its type; what a routine has as a string does not follow. A constant that
 * is not found here, such as one within a row, makes the plan set what is set already, and nothing worse.
 */
public final class SpelledLabels {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** An element of the text of an array. */
    private static final Pattern ELEMENT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[^{},\"]+", Pattern.DOTALL);

    private static final Pattern NEEDS_QUOTES = Pattern.compile("|(?i:null)|.*[{},\"\\\\\\s].*", Pattern.DOTALL);

    private final ObjectId type;
    private final String spelled;
    private final SortedMap<String, String> renamed;
    private final SortedMap<String, Attributes> partitioned = new TreeMap<>();

    private SpelledLabels(SortedMap<ObjectId, Facts> facts, ObjectId type, SortedMap<String, String> renamed) {
        this.type = type;
        this.spelled = Names.qualified(type);
        this.renamed = renamed;
        facts.forEach((id, value) -> {
            if (id.kind() == ObjectKind.TABLE && value.view().has("partition_by")) {
                partitioned.put(Names.qualified(id), Attributes.of(value.view()));
            }
        });
    }

    /**
     * The facts with new labels.
     *
     * @param type the enum
     * @param renamed new labels by old ones
     */
    public static SortedMap<ObjectId, Facts> in(
            SortedMap<ObjectId, Facts> facts, ObjectId type, SortedMap<String, String> renamed) {
        SpelledLabels labels = new SpelledLabels(facts, type, renamed);
        SortedMap<ObjectId, Facts> now = new TreeMap<>(facts);
        now.replaceAll(labels::respelled);
        return now;
    }

    private Facts respelled(ObjectId id, Facts facts) {
        if (id.equals(type)) {
            ObjectNode tree = facts.tree();
            ArrayNode labels = tree.putArray("labels");
            Attributes.of(facts.view()).list("labels").forEach(label -> labels.add(renamed.getOrDefault(label, label)));
            return Facts.of(tree);
        }
        if (!facts.text().contains(spelled.replace("\"", "\\\""))) {
            return facts;
        }
        ObjectNode tree = (ObjectNode) respelled(facts.view());
        if (tree.path("partition_of") instanceof ObjectNode place) {
            Attributes parent = partitioned.getOrDefault(place.path("parent").asText(), Attributes.NONE);
            place.put("bound", bound(place.path("bound").asText(), parent));
        }
        return Facts.of(tree);
    }

    private JsonNode respelled(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JSON.objectNode();
            node.properties().forEach(member -> {
                boolean ofPeople =
                        member.getKey().equals("comment") && member.getValue().isTextual();
                copy.set(member.getKey(), ofPeople ? member.getValue() : respelled(member.getValue()));
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(element -> copy.add(respelled(element)));
            return copy;
        }
        return node.isTextual() ? JSON.textNode(expression(node.textValue())) : node;
    }

    /** Constants of the type and of arrays of it: {@code 'red'::public.colour}. */
    private String expression(String text) {
        StringBuilder now = new StringBuilder();
        int end = 0;
        for (Token token : SqlLexer.read(text)) {
            end += token.text().length();
            String cast = "::" + spelled;
            boolean constant = token.kind() == Token.Kind.LITERAL && text.startsWith(cast, end);
            String rest = constant ? text.substring(end + cast.length()) : "";
            if (!constant || rest.matches("(?s)[\\p{L}\\p{N}_$\".].*")) {
                now.append(token.text());
            } else {
                now.append(rest.startsWith("[]") ? array(token) : label(token));
            }
        }
        return now.toString();
    }

    private String label(Token literal) {
        String label = literal.inside().replace("''", "'");
        return renamed.containsKey(label) ? literal(renamed.get(label)) : literal.text();
    }

    private String array(Token literal) {
        Matcher elements = ELEMENT.matcher(literal.inside().replace("''", "'"));
        return literal(elements.replaceAll(found -> Matcher.quoteReplacement(element(found.group()))));
    }

    private String element(String text) {
        boolean quoted = text.startsWith("\"");
        String label = quoted ? text.substring(1, text.length() - 1).replaceAll("(?s)\\\\(.)", "$1") : text;
        if (!renamed.containsKey(label) || !quoted && label.equalsIgnoreCase("null")) {
            return text;
        }
        String now = renamed.get(label);
        return NEEDS_QUOTES.matcher(now).matches() ? "\"" + now.replaceAll("[\"\\\\]", "\\\\$0") + "\"" : now;
    }

    /** As PostgreSQL writes constants: with {@code standard_conforming_strings}, so that a backslash is like any other letter. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A bound has the values of each column of the key in order, and no types. */
    private String bound(String text, Attributes parent) {
        List<String> key = key(parent);
        boolean list = parent.text("partition_by").orElse("").startsWith("LIST");
        StringBuilder now = new StringBuilder();
        int place = 0;
        for (Token token : SqlLexer.read(text)) {
            place = token.is("(") ? 0 : token.is(",") && !list ? place + 1 : place;
            boolean ofType = token.kind() == Token.Kind.LITERAL
                    && place < key.size()
                    && parent.trees("columns")
                            .getOrDefault(key.get(place), Attributes.NONE)
                            .text("type")
                            .equals(Optional.of(spelled));
            now.append(ofType ? label(token) : token.text());
        }
        return now.toString();
    }

    /** The first word of each part of a key: the column, or the beginning of an expression, which is none. */
    private static List<String> key(Attributes table) {
        List<String> key = new ArrayList<>();
        int depth = 0;
        boolean begins = false;
        for (Token token : SqlLexer.words(table.text("partition_by").orElse(""))) {
            if (begins) {
                key.add(token.name());
            }
            begins = depth == 0 && token.is("(") || depth == 1 && token.is(",");
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return key;
    }
}
