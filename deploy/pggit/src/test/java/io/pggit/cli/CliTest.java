package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

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
                "diff                        | REV",
                "diff a b c                  | c",
                "branch -d                   | one branch to delete",
                "tag -d a b                  | one tag to delete",
                "resolve 1                   | --ours",
                "resolve 1 --ours --theirs   | mutually exclusive",
                "resolve --ours              | --all",
                "abort nonsense              | MERGE",
                "merge a --strategy best     | best",
                "completion fish             | fish",
                "extension                   | install or sql",
                "bogus                       | no command is called bogus",
                "statsu                      | do you mean status",
            })
    void aWrongCommandLineIsOneLineAndExitCode2(String commandLine, String reason) {
        CliRun.of(commandLine.split(" ")).assertFailedWith(ExitCode.USAGE, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log",
                "show",
                "status",
                "verify",
                "doctor",
                "install",
                "uninstall --yes",
                "diff main",
                "branch",
                "checkout main",
                "merge f",
                "conflicts",
                "resolve --all --ours",
                "abort",
                "commit -m x",
                "tag",
                "blame t",
                "revert HEAD",
                "intents"
            })
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

    @Test
    void everyCommandHasHelpWithExamples() {
        CommandLine top = new Cli(
                        new Surroundings(new Terminal(System.out, System.err, Terminal.Colours.OFF), Map.of()))
                .commandLine();
        List<CommandLine> left = new ArrayList<>(top.getSubcommands().values());
        int seen = 0;
        while (!left.isEmpty()) {
            CommandLine command = left.remove(0);
            left.addAll(command.getSubcommands().values());
            if (!command.getCommandSpec().usageMessage().hidden()) {
                String help = command.getUsageMessage();
                assertTrue(help.contains("Examples:") && help.contains("  " + example(command)), help);
                seen++;
            }
        }
        assertTrue(seen >= 30, "commands seen: " + seen);
    }

    private static String example(CommandLine command) {
        return command.getCommandName().equals("completion")
                ? "source <(pggit"
                : command.getCommandName().equals("install")
                                && command.getParent().getCommandName().equals("extension")
                        ? "sudo pggit extension install"
                        : command.getCommandSpec().qualifiedName();
    }

    @Test
    void completionKnowsEveryCommand() {
        for (String shell : List.of("bash", "zsh")) {
            String script = CliRun.of("completion", shell).out();
            assertTrue(script.startsWith("#!/usr/bin/env bash"), script);
            assertTrue(script.contains("checkout") && script.contains("--discard-data"), shell);
        }
    }

    @Test
    void theSqlOfAnInstallationNeedsNoDatabase() {
        CliRun run = CliRun.of("install", "--print");
        assertEquals(run, CliRun.of("extension", "sql"));
        assertTrue(run.out().contains("BEGIN;") && run.out().endsWith("COMMIT;\n"), run.out());
        assertTrue(CliRun.of("extension", "sql", "--audit-only").out().length()
                < run.out().length());
    }
}
