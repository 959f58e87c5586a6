package io.pggit.core.uses;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object that another one depends on.
 *
 * @param name as {@code depends_on} has it
 * @param id the object
 */
record Used(String name, ObjectId id) {
    /** Whether a part of several seems to use it: one that mentions it; else those that may without saying so. */
    boolean by(String part, Words words, Map<String, Words> parts) {
        return switch (id.kind()) {
            case SCHEMA -> part.isEmpty();
            // its members go by names of their own, but never without their schema
            case EXTENSION -> parts.size() == 1 || words.text().contains(".");
            // a foreign key to a partitioned table depends on each partition, and says nothing of that
            case TABLE ->
                words.foreignKey()
                        .map(key -> key.table().equals(Names.qualified(id)))
                        .orElseGet(() -> mentioned(words));
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE -> mentioned(words);
            default -> mentioned(words) || parts.values().stream().noneMatch(this::mentioned) && silent(part, parts);
        };
    }

    private boolean mentioned(Words words) {
        return words.mention(id.name())
                || words.text().contains(id.name())
                        && !Character.isLetter(id.name().charAt(0));
    }

    /** An operator class, say, that an index takes by default. A column would say so in its type. */
    private static boolean silent(String part, Map<String, Words> parts) {
        return parts.size() == 1 || !part.isEmpty() && !part.startsWith("column ");
    }

    /** The columns of it that a part mentions. */
    List<String> columns(String part, Words words, Set<String> columns) {
        return words.foreignKey()
                .map(key -> key.referenced().stream())
                .orElseGet(() -> words.names().stream())
                .filter(columns::contains)
                .toList();
    }
}
