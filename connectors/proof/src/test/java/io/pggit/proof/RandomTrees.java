package io.pggit.proof;

import java.util.List;
import java.util.Random;

/** Partitioned tables down to partitions of partitions, and tables that inherit from others, by chance. */
final class RandomTrees {
    private final Random random;
    private final StringBuilder sql = new StringBuilder();

    RandomTrees(Random random) {
        this.random = random;
    }

    /** As SQL that loads after the tables. */
    String statements(List<RandomTable> tables) {
        if (chance(2)) {
            partitions();
        }
        if (chance(2) && !tables.isEmpty()) {
            heirs(tables);
        }
        return sql.toString();
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private void add(String statement) {
        sql.append(statement).append(";\n");
    }

    private void partitions() {
        boolean list = chance(3);
        add("CREATE TABLE public.measured (id integer, part " + (list ? "text" : "integer")
                + (chance(3) ? " NOT NULL" : "")
                + ", value numeric" + (chance(4) ? " DEFAULT 1" : "") + (chance(3) ? ", CHECK (value > 0)" : "")
                + ") PARTITION BY " + (list ? "LIST" : "RANGE") + " (part)");
        for (int i = 0; i < 3; i++) {
            if (!chance(3)) {
                int width = chance(5) ? 5 : 10;
                partition(
                        "public.measured_" + i,
                        list ? "IN ('" + i + "')" : "FROM (" + i * 10 + ") TO (" + (i * 10 + width) + ")");
            }
        }
        if (chance(4)) {
            add("CREATE TABLE public.measured_rest PARTITION OF public.measured DEFAULT");
        }
        if (chance(2)) {
            add("CREATE INDEX measured_value ON public.measured (" + (chance(2) ? "value" : "id") + ")");
        }
        if (chance(3)) {
            add("CREATE TRIGGER touch BEFORE INSERT ON public.measured FOR EACH ROW EXECUTE FUNCTION public.touched()");
        }
        if (chance(3)) {
            add("ALTER TABLE public.measured ADD PRIMARY KEY (id, part)");
            if (chance(2)) {
                add("CREATE TABLE public.reading (id integer, part " + (list ? "text" : "integer")
                        + ", FOREIGN KEY (id, part) REFERENCES public.measured"
                        + (chance(3) ? " ON DELETE CASCADE" : "")
                        + ")");
            }
        }
    }

    private void partition(String name, String bound) {
        boolean divided = chance(4);
        add("CREATE TABLE " + name + " PARTITION OF public.measured FOR VALUES " + bound
                + (divided ? " PARTITION BY HASH (id)" : ""));
        if (divided) {
            for (int i = 0; i < 2; i++) {
                add("CREATE TABLE " + name + "_" + i + " PARTITION OF " + name
                        + " FOR VALUES WITH (MODULUS 2, REMAINDER " + i + ")");
            }
        }
        if (chance(4)) {
            add("ALTER TABLE " + name + " ALTER value SET DEFAULT 7");
        }
    }

    private void heirs(List<RandomTable> tables) {
        RandomTable parent = tables.get(random.nextInt(tables.size()));
        add("CREATE TABLE public.heir (" + (chance(2) ? "more text" : "") + ")"
                + (chance(4) ? "" : " INHERITS (" + parent.name + ")"));
        if (chance(2)) {
            add("CREATE TABLE public.heir_of_heir (" + (chance(2) ? "less " + (chance(2) ? "integer" : "text") : "")
                    + ") INHERITS (public.heir)");
        }
    }
}
