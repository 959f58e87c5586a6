package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    /** Nothing listens on port 1 of the loopback address. */
    private static final String NOWHERE = "postgresql://127.0.0.1:1/x";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lgo                         | lgo",
                "log --colour                | --colour",
                "log -n many                 | many",
                "log -n -1                   | -n must be 0 or more",
                "log HEAD main               | main",
                "log --url nonsense          | not one pggit understands",
                "show --url mysql://a:b@c/d  | not one pggit understands",
                "status --url                | --url",
                "serve --data d --url x      | not one pggit understands",
                "serve                       | --data",
                "events                      | --kafka",
                "uninstall                   | --yes",
                "quickstart --port 70000     | 70000",
            })
    void aWrongCommandLineIsOneLineAndExitCode2(String commandLine, String reason) {
        CliRun.of(commandLine.split(" ")).assertFailedWith(ExitCode.USAGE, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "show", "status", "verify", "doctor", "install", "uninstall --yes"})
    void aServerThatIsNotThereIsOneLineAndExitCode3(String command) {
        CliRun.of((command + " --url " + NOWHERE).split(" "))
                .assertFailedWith(ExitCode.UNREACHABLE, "postgresql://postgres@127.0.0.1:1/x: connection refused");
    }

    @Test
    void theVariablesOfPsqlNameTheDatabase() {
        Map<String, String> environment =
                Map.of("PGHOST", "127.0.0.1", "PGPORT", "1", "PGUSER", "ann", "PGDATABASE", "shop");

        CliRun.of(environment, "status").assertFailedWith(ExitCode.UNREACHABLE, "postgresql://ann@127.0.0.1:1/shop");
    }

    @Test
    void helpAndVersionAreAnswers() {
        assertTrue(CliRun.of("--version").out().startsWith("pggit "));
        assertTrue(CliRun.of("--help").out().contains("quickstart"));
        assertTrue(CliRun.of("log", "--help").out().contains("--oneline"));
        assertEquals(0, CliRun.of("--help").exitCode());
    }

    @Test
    void withoutACommandTheHelpGoesToStandardError() {
        CliRun run = CliRun.of();

        assertEquals(ExitCode.USAGE.code(), run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().contains("Usage: pggit"), run.err());
    }

    @Test
    void verboseShowsWhere() {
        CliRun run = CliRun.of("status", "--verbose", "--url", NOWHERE);

        assertEquals(ExitCode.UNREACHABLE.code(), run.exitCode());
        assertTrue(run.err().contains("\tat "), run.err());
    }
}
