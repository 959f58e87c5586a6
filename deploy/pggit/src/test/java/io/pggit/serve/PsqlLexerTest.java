package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scripts are cut where psql cuts them. */
class PsqlLexerTest {
    private final Map<String, String> variables = new HashMap<>();

    private List<String> steps(String script) {
        List<String> steps = new ArrayList<>();
        PsqlLexer lexer = new PsqlLexer(script, variables);
        for (Optional<PsqlLexer.Step> step = lexer.next(); step.isPresent(); step = lexer.next()) {
            steps.add(
                    step.get() instanceof PsqlLexer.Sql sql
                            ? sql.text()
                            : step.get() instanceof PsqlLexer.Command command
                                    ? "\\" + command.name() + "|" + command.arguments() + "|" + command.buffer()
                                    : "");
        }
        return steps;
    }

    @Test
    void semicolonsInQuotesAndCommentsEndNothing() {
        assertEquals(
                List.of("SELECT ';', \";\", E'\\';', $a$;$$;$a$ /* ; /* ; */ */", "SELECT 2"),
                steps("-- one; comment\nSELECT ';', \";\", E'\\';', $a$;$$;$a$ /* ; /* ; */ */;\nSELECT 2"));
    }

    @Test
    void backslashCommandsTakeTheRestOfTheLine() {
        assertEquals(
                List.of("\\set|QUIET on|", "\\gset||SELECT 1 AS x", "SELECT '\\d'"),
                steps("\\set QUIET on\nSELECT 1 AS x \\gset\nSELECT '\\d';"));
    }

    @Test
    void variablesAreReadAsIfTheyStoodThere() {
        variables.put("two", "SELECT 1; SELECT 2;");
        variables.put("quoted", "it's");

        assertEquals(
                List.of("SELECT 1", "SELECT 2", "SELECT 'it''s', a::text, :unknown, ':two'"),
                steps(":two\nSELECT :'quoted', a::text, :unknown, ':two';"));
    }
}
