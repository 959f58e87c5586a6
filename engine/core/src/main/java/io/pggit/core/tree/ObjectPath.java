package io.pggit.core.tree;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an object is kept in a repository, without the file suffixes: {@code public/tables/users}. The schema object
 * itself is {@code public/schema}; objects of the whole database are below {@code @database}, which no schema is called,
 * since {@code @} is always encoded. Names are encoded; different objects have different paths, also where case does not
 * count.
 *
 * @param schema folder of the schema, or {@link #DATABASE}
 * @param folder folder of the kind; empty for the schema object
 * @param name file name without suffix
 */
public record ObjectPath(String schema, Optional<String> folder, String name) {
    /** The folder of objects that are in no schema. */
    public static final String DATABASE = "@database";

    /** The files of an object: its DDL. */
    public static final String SQL = ".sql";

    /** The files of an object: its facts. */
    public static final String JSON = ".json";

    /** The path of {@code id}. */
    public static ObjectPath of(ObjectId id) {
        if (id.kind() == ObjectKind.SCHEMA && id.schema().isEmpty()) {
            return new ObjectPath(PathEncoding.encode(id.name()), Optional.empty(), "schema");
        }
        String name = id.signature()
                .map(types -> PathEncoding.encode(id.name(), types))
                .orElseGet(() -> PathEncoding.encode(id.name()));
        return new ObjectPath(
                id.schema().map(PathEncoding::encode).orElse(DATABASE),
                Optional.of(id.kind().folder()),
                name);
    }

    /** The path as one knows it, such as {@code public/tables/users}, whether or not its folders are fanned out. */
    public String stem() {
        return schema + "/" + folder.map(kind -> kind + "/").orElse("") + name;
    }

    /** Where the file of that suffix may be: undivided or divided, by folder of schemas and by folder of objects. */
    public List<String> candidates(String suffix) {
        List<String> candidates = new ArrayList<>();
        for (String top : List.of("", "@" + FanOut.shard(schema) + "/")) {
            for (String inner : List.of("", FanOut.shard(name) + "/")) {
                String kind = folder.map(of -> "/" + of + "/" + inner).orElse("/");
                candidates.add(top + schema + kind + name + suffix);
            }
        }
        return List.copyOf(candidates);
    }

    @Override
    public String toString() {
        return stem();
    }
}
