package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.runtime.repository.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the object, or the part of one, that a name means at a revision. */
final class Locator {
    private final History history;
    private final String revision;
    private final Optional<String> type;

    /**
     * A search.
     *
     * @param type words of SQL such as {@code TABLE}; empty for any
     */
    Locator(History history, String revision, Optional<String> type) {
        this.history = history;
        this.revision = revision;
        this.type = type.map(words -> words.strip().toUpperCase(Locale.ROOT).replace('_', ' '));
    }

    /** A name given with its schema; the schema is as in the catalog, the name may be so too. */
    Optional<Located> inSchema(Optional<String> schema, String name) throws QuestionRefused {
        Optional<Located> exact = only(history.named(schema, name, revision), name);
        if (exact.isPresent()) {
            return exact;
        }
        Optional<ObjectName> parsed = ObjectName.parse(name);
        if (parsed.isPresent()) {
            Optional<Located> found = inSchema(schema, parsed.get(), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return schema.isPresent() ? part(schema.get(), Optional.empty(), name) : Optional.empty();
    }

    private Optional<Located> inSchema(Optional<String> schema, ObjectName name, String text) throws QuestionRefused {
        List<String> names = name.names();
        if (names.size() == 1) {
            SortedMap<ObjectId, Facts> found = history.named(schema, names.get(0), revision);
            found.keySet().removeIf(id -> !name.fits(id.signature()));
            Optional<Located> only = only(found, text);
            return only.isPresent() || schema.isEmpty() ? only : part(schema.get(), Optional.empty(), names.get(0));
        }
        return names.size() == 2 && schema.isPresent()
                ? part(schema.get(), Optional.of(names.get(0)), names.get(1))
                : Optional.empty();
    }

    /** A name that may have its schema in it, else it is looked for along a search path. */
    Optional<Located> onPath(List<String> path, String text) throws QuestionRefused {
        Optional<ObjectName> name = ObjectName.parse(text);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = name.get().names();
        if (names.size() > 1) {
            ObjectName rest =
                    new ObjectName(names.subList(1, names.size()), name.get().signature());
            Optional<Located> qualified = inSchema(Optional.of(names.get(0)), rest, text);
            if (qualified.isPresent()) {
                return qualified;
            }
        }
        List<Optional<String>> schemas = new ArrayList<>();
        path.forEach(schema -> schemas.add(Optional.of(schema)));
        schemas.add(Optional.empty());
        for (Optional<String> schema : schemas) {
            Optional<Located> found = inSchema(schema, name.get(), text);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Located> only(SortedMap<ObjectId, Facts> found, String name) throws QuestionRefused {
        TreeMap<ObjectId, Facts> left = new TreeMap<>(found);
        left.keySet()
                .removeIf(id -> type.isPresent() && !type.get().equals(id.kind().sql()));
        if (left.size() > 1) {
            // a routine is told from others by its arguments
            TreeMap<ObjectId, Facts> unique = new TreeMap<>(left);
            unique.keySet().removeIf(id -> id.signature().isPresent());
            if (unique.size() == 1) {
                left = unique;
            }
        }
        if (left.size() > 1) {
            throw ambiguous(
                    name,
                    left.keySet().stream()
                            .map(id -> id.kind().sql() + " " + Names.qualified(id))
                            .toList());
        }
        return left.entrySet().stream()
                .findFirst()
                .map(entry -> new Located(entry.getKey(), entry.getValue(), Optional.empty()));
    }

    private static QuestionRefused ambiguous(String name, List<String> candidates) {
        return new QuestionRefused(
                "42725",
                "Object " + Texts.shortened(name) + " is ambiguous",
                "It may be " + String.join(" or ", candidates) + ".",
                "Write argument types, or table.part.");
    }

    /** A member of an object: of any in the schema, or of the one named. Columns are found only with their table. */
    private Optional<Located> part(String schema, Optional<String> whole, String name) throws QuestionRefused {
        SortedMap<ObjectId, Facts> objects = whole.isPresent()
                ? history.named(Optional.of(schema), whole.get(), revision)
                : history.inSchema(schema, revision);
        List<Located> found = new ArrayList<>();
        for (Map.Entry<ObjectId, Facts> object : objects.entrySet()) {
            ObjectNode tree = object.getValue().tree();
            for (String group : Located.GROUPS) {
                boolean meant = whole.isPresent() || !group.equals("columns");
                String member = group.equals("statistics") ? Names.quoted(schema) + "." + Names.quoted(name) : name;
                if (meant && tree.path(group).has(member)) {
                    Located part = new Located(
                            object.getKey(), object.getValue(), Optional.of(new Located.Part(group, member)));
                    if (type.isEmpty() || type.get().equals(part.type())) {
                        found.add(part);
                    }
                }
            }
        }
        if (found.size() > 1) {
            throw ambiguous(name, found.stream().map(Located::name).toList());
        }
        return found.stream().findFirst();
    }
}
