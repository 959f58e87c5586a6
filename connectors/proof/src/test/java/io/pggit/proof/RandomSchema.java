package io.pggit.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A schema by chance, as SQL that loads. Names come from a small pool, so that two schemas have much in common. */
final class RandomSchema {
    private final Random random;
    private final List<RandomTable> tables = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();

    private RandomSchema(long seed) {
        this.random = new Random(seed);
    }

    /** A pair to plan between. */
    static CorpusCase pair(long seed) {
        Random random = new Random(seed);
        return new CorpusCase(
                "random",
                "seed " + seed,
                "",
                of(random.nextLong()),
                of(random.nextLong()),
                List.of("random_reader"),
                java.util.Optional.empty(),
                false,
                15);
    }

    /** The same seed gives the same schema. */
    static String of(long seed) {
        RandomSchema schema = new RandomSchema(seed);
        schema.types();
        schema.routines();
        for (String name : RandomTable.NAMES) {
            if (schema.random.nextInt(4) > 0) {
                RandomTable table = new RandomTable(name, schema.random);
                schema.tables.add(table);
                schema.sql.append(table.create());
            }
        }
        schema.keys();
        schema.foreignKeys();
        schema.tables.forEach(table -> schema.sql.append(table.parts()));
        schema.sql.append(new RandomTrees(schema.random).statements(schema.tables));
        schema.views();
        return schema.sql.toString();
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private void types() {
        add("CREATE SCHEMA other");
        List<String> labels = new ArrayList<>(List.of("'ok'"));
        for (String label : List.of("'sad'", "'glad'", "'none'")) {
            if (chance(2)) {
                labels.add(random.nextInt(labels.size() + 1), label);
            }
        }
        add("CREATE TYPE public.mood AS ENUM (" + String.join(", ", labels) + ")");
        add("CREATE DOMAIN public.positive AS " + (chance(5) ? "bigint" : "integer") + (chance(3) ? " DEFAULT 3" : "")
                + (chance(4) ? " NOT NULL" : "")
                + (chance(2) ? " CONSTRAINT above CHECK (VALUE > " + random.nextInt(2) + ")" : ""));
        add("CREATE TYPE public.spot AS (x integer" + (chance(2) ? ", y " + (chance(2) ? "text" : "integer") : "")
                + ")");
        if (chance(2)) {
            add("CREATE SEQUENCE public.counter" + (chance(3) ? " AS integer" : "") + (chance(3) ? " INCREMENT 5" : "")
                    + (chance(4) ? " CYCLE" : "") + (chance(4) ? " MINVALUE 10 START 20" : ""));
        }
        if (chance(2)) {
            add("CREATE TYPE public.span AS RANGE (subtype = " + (chance(2) ? "integer" : "date") + ")");
        }
        if (chance(3)) {
            add("COMMENT ON TYPE public.mood IS 'm" + random.nextInt(2) + "'");
        }
    }

    private void routines() {
        add("CREATE FUNCTION public.touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN "
                + (chance(2) ? "" : "/* other */ ") + "RETURN NEW; END'");
        if (chance(2)) {
            add("CREATE FUNCTION public.scaled(n integer" + (chance(2) ? " DEFAULT 2" : "") + ") RETURNS "
                    + (chance(3) ? "bigint" : "integer") + " LANGUAGE sql " + (chance(2) ? "IMMUTABLE " : "")
                    + "RETURN n * "
                    + (2 + random.nextInt(2)));
        }
        if (chance(3)) {
            add("CREATE FUNCTION public.feeling(public.mood) RETURNS public.mood LANGUAGE sql AS 'SELECT $1'");
        }
        if (chance(3)) {
            add("CREATE PROCEDURE other.nothing(" + (chance(2) ? "a" : "b")
                    + " integer) LANGUAGE plpgsql AS 'BEGIN END'");
        }
        if (chance(3)) {
            add("CREATE AGGREGATE public.adding(integer) (sfunc = int4pl, stype = integer"
                    + (chance(2) ? ", initcond = '0'" : "") + ")");
        }
    }

    private void keys() {
        for (RandomTable table : tables) {
            List<String> ordered = table.columnsOf("integer", "bigint", "text", "public.mood", "boolean");
            if (!ordered.isEmpty() && chance(4)) {
                add("ALTER TABLE " + table.name + " ADD CONSTRAINT \"u_" + table.bare() + "\" UNIQUE ("
                        + table.any(ordered) + (chance(2) ? ", id" : "") + ")" + (chance(4) ? " DEFERRABLE" : ""));
            }
            if (chance(8)) {
                add("ALTER TABLE " + table.name + " ADD CONSTRAINT \"x_" + table.bare()
                        + "\" EXCLUDE USING btree (id WITH =)" + (chance(2) ? " WHERE (id > 4)" : ""));
            }
            if (chance(6)) {
                String column = "n" + random.nextInt(2);
                add("CREATE SEQUENCE " + table.name.replaceFirst("\"?$", "_seq$0") + (chance(2) ? " AS integer" : ""));
                add("ALTER TABLE " + table.name + " ADD COLUMN " + column + " integer DEFAULT nextval('"
                        + table.name.replaceFirst("\"?$", "_seq$0") + "')");
                if (chance(2)) {
                    add("ALTER SEQUENCE " + table.name.replaceFirst("\"?$", "_seq$0") + " OWNED BY " + table.name + "."
                            + column);
                }
            }
        }
    }

    private void foreignKeys() {
        for (RandomTable from : tables) {
            for (RandomTable to : tables) {
                List<String> pointing = from.columnsOf("integer", "bigint");
                if (!pointing.isEmpty() && chance(4)) {
                    add("ALTER TABLE " + from.name + " ADD CONSTRAINT \"to_" + to.bare() + "\" FOREIGN KEY ("
                            + from.any(pointing) + ") REFERENCES " + to.name + " (id)"
                            + (chance(3) ? " ON DELETE CASCADE" : "")
                            + (chance(4) ? " DEFERRABLE" : "") + (chance(4) ? " NOT VALID" : ""));
                }
            }
        }
    }

    private void views() {
        for (RandomTable table : tables) {
            List<String> columns = new ArrayList<>(table.columns.keySet());
            columns.removeIf(column -> chance(4));
            columns.add(0, "id");
            String view = "public.\"v_" + table.bare() + "\"";
            if (chance(2)) {
                add("CREATE VIEW " + view + (chance(4) ? " WITH (security_barrier = true)" : "") + " AS SELECT "
                        + String.join(", ", columns) + " FROM " + table.name + (chance(3) ? " WHERE id > 3" : ""));
                if (chance(3)) {
                    add("CREATE VIEW public.\"w_" + table.bare() + "\" AS SELECT id, count(*) AS n FROM " + view
                            + " GROUP BY id");
                }
                if (chance(3)) {
                    add("GRANT SELECT ON " + view + " TO random_reader");
                }
                if (chance(3)) {
                    add("COMMENT ON VIEW " + view + " IS 'seen'");
                }
            }
            if (chance(4)) {
                add("CREATE MATERIALIZED VIEW public.\"m_" + table.bare() + "\" AS SELECT " + String.join(", ", columns)
                        + " FROM " + table.name);
                add("CREATE INDEX \"mi_" + table.bare() + "\" ON public.\"m_" + table.bare() + "\" (id)");
            }
            if (chance(5)) {
                add("CREATE FUNCTION public.\"rows_" + table.bare()
                        + "\"() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC " + "SELECT count(*) FROM " + table.name
                        + " WHERE id > 1; END");
            }
            if (chance(6)) {
                add("CREATE POLICY \"known\" ON " + table.name + " USING (EXISTS (SELECT FROM "
                        + tables.get(random.nextInt(tables.size())).name + " AS o WHERE o.id = " + table.name
                        + ".id))");
            }
            if (chance(6)) {
                add("CREATE RULE quiet AS ON DELETE TO " + table.name + " WHERE OLD.id = 0 DO INSTEAD NOTHING");
            }
        }
    }

    private void add(String statement) {
        sql.append(statement).append(";\n");
    }
}
