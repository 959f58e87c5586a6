package io.pggit.core.tree;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an object is kept in a repository, without the file suffixes: {@code public/tables/users}. The schema object
 * itself is {@code public/schema}; objects of the whole database are below {@code @database}, which no schema is called,
 * since {@code @} is always encoded. Names are encoded; different objects have different paths, also where case does not
 * count. In a folder that is divided ({@link FanOut}), the folders in between are no part of the path.
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

    /** Kinds whose objects have a signature, all of them. */
    private static final Set<ObjectKind> SIGNED =
            EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

    /** The identity this is the path of; empty where the path does not tell it, and the file has to. */
    public Optional<ObjectId> id() {
        if (folder.isEmpty()) {
            return PathEncoding.decode(schema)
                    .map(of -> new ObjectId(ObjectKind.SCHEMA, Optional.empty(), of, Optional.empty()));
        }
        Optional<ObjectKind> kind = ObjectKind.inFolder(folder.get());
        Optional<String> in = schema.equals(DATABASE) ? Optional.empty() : PathEncoding.decode(schema);
        int open = name.indexOf('(');
        boolean signed = kind.filter(SIGNED::contains).isPresent() && open > 0 && name.endsWith(")");
        if (kind.isEmpty() || in.isEmpty() && !schema.equals(DATABASE) || open >= 0 && !signed) {
            return Optional.empty();
        }
        Optional<String> bare = PathEncoding.decode(signed ? name.substring(0, open) : name);
        // a comma that is not encoded stands for a comma and a blank
        Optional<String> types = signed
                ? PathEncoding.decode(
                        name.substring(open + 1, name.length() - 1).replace(",", ", "))
                : Optional.empty();
        return bare.filter(found -> !signed || types.isPresent())
                .map(found -> new ObjectId(kind.get(), in, found, types))
                .filter(id -> of(id).equals(this));
    }

    /** The path as one knows it, such as {@code public/tables/users}, whether or not its folders are fanned out. */
    public String stem() {
        return schema + "/" + folder.map(kind -> kind + "/").orElse("") + name;
    }

    @Override
    public String toString() {
        return stem();
    }
}
