package io.pggit.core.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTargetsTest {
    @Test
    void alterTableNamesTheTableAndEachPart() {
        assertEquals(
                List.of(
                        "TABLE app.users",
                        "COLUMN app.users.phone",
                        "COLUMN app.users.Old",
                        "CONSTRAINT app.users.c",
                        "COLUMN app.users.email",
                        "DEPENDENCY other"),
                read(
                        "ALTER TABLE IF EXISTS ONLY app.users ADD phone numeric(10, 2) DEFAULT f(1, 2), DROP COLUMN IF EXISTS \"Old\","
                                + " ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES other (id), ALTER COLUMN email TYPE text,"
                                + " ADD CHECK (a > 0), OWNER TO me"));
    }

    @Test
    void commentsStringsAndBodiesHideNothingAndAddNothing() {
        assertEquals(
                List.of("TABLE a", "FUNCTION f", "TABLE b"),
                read("/* ALTER TABLE x; */ CREATE TABLE a (t text DEFAULT 'REFERENCES z; DROP TABLE y');"
                        + " -- DROP TABLE q\n CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DROP TABLE z; $$;"
                        + "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END;"
                        + "DROP TABLE b CASCADE"));
    }

    @Test
    void indexesViewsTriggersAndCommentsNameTheirTables() {
        assertEquals(
                List.of(
                        "TABLE s.t",
                        "INDEX s.t.i",
                        "TABLE t",
                        "INDEX i.i",
                        "TABLE v",
                        "DEPENDENCY s.t",
                        "DEPENDENCY u",
                        "COLUMN t.c"),
                read("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON s.t (a); CREATE INDEX ON t (a); DROP INDEX i;"
                        + "CREATE VIEW v AS SELECT * FROM s.t JOIN u USING (id), generate_series(1, 2);"
                        + "CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION x(); COMMENT ON COLUMN t.c IS 'x'"));
    }

    @Test
    void whatIsNoStatementTouchesNothing() {
        for (String text :
                List.of("", ";;", "'", "\"", "ALTER", "ALTER TABLE", "DROP TABLE", "SELECT 1", "$$", "/*", "((((")) {
            assertEquals(List.of(), read(text), text);
        }
    }

    private static List<String> read(String sql) {
        return StatementTargets.of(sql).stream()
                .map(target -> target.kind() + " "
                        + target.schema().map(schema -> schema + ".").orElse("") + target.object()
                        + target.part().map(part -> "." + part).orElse(""))
                .toList();
    }
}
