package io.pggit.core.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one object hangs together with others: all that its facts say of them, and of names it shares with them.
 *
 * @param uses what it or something inside it uses, as {@code depends_on} and {@code uses} name objects
 * @param above the tables it inherits from or is a partition of, quoted and with their schemas
 * @param owner the table whose column owns it, as a sequence can be owned
 * @param notNulls names of NOT NULL constraints of its columns other than the usual ones, not quoted
 */
public record Ties(Set<String> uses, List<String> above, Optional<ObjectId> owner, Set<String> notNulls) {
    /** Copies all. */
    public Ties {
        uses = Set.copyOf(uses);
        above = List.copyOf(above);
        notNulls = Set.copyOf(notNulls);
    }

    static Ties of(JsonNode tree) {
        Set<String> uses = new TreeSet<>();
        texts(tree.path("depends_on"), uses);
        for (String group : List.of("indexes", "statistics")) {
            tree.path(group).forEach(member -> texts(member.path("depends_on"), uses));
        }
        tree.path("uses").forEach(part -> part.fieldNames().forEachRemaining(uses::add));
        List<String> above = new ArrayList<>();
        texts(tree.path("inherits"), above);
        Optional.ofNullable(tree.path("partition_of").path("parent").textValue())
                .ifPresent(above::add);
        Set<String> notNulls = new TreeSet<>();
        tree.path("columns")
                .forEach(column -> Optional.ofNullable(
                                column.path("not_null_name").textValue())
                        .ifPresent(notNulls::add));
        return new Ties(uses, above, owner(tree.path("owned_by")), notNulls);
    }

    private static void texts(JsonNode array, Collection<String> to) {
        array.forEach(element -> to.add(element.asText()));
    }

    private static Optional<ObjectId> owner(JsonNode owner) {
        return owner.isObject()
                ? Optional.of(new ObjectId(
                        ObjectKind.TABLE,
                        Optional.ofNullable(owner.path("schema").textValue()),
                        owner.path("table").asText(),
                        Optional.empty()))
                : Optional.empty();
    }
}
