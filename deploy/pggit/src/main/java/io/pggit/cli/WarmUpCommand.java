package io.pggit.cli;

import io.pggit.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs every command that asks a database, so that the launcher can keep the classes they load in an archive; not for users. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    /** Holds what any of the commands reads. */
    private static final String ROW =
            "{\"commit_id\":\"0123456789abcdef\",\"commit_sha\":\"0123456789abcdef\",\"parents\":[],"
                    + "\"author\":\"a\",\"message\":\"m\",\"committed_at\":\"2026-01-02T03:04:05+00:00\",\"name\":\"main\",\"sha\":\"0\","
                    + "\"change_type\":\"ALTER\",\"old_definition\":\"a\\nb\",\"new_definition\":\"a\\nc\",\"status\":\"completed\","
                    + "\"ddl\":[\"d\"],\"objects\":[\"o\"]}";

    private static final List<String> COMMANDS = List.of(
            "log",
            "log --oneline --json",
            "log --graph",
            "log --graph --oneline --all",
            "show",
            "status",
            "attempts",
            "diff a b",
            "diff a...b",
            "diff a --name-status",
            "diff a --sql",
            "blame t",
            "branch",
            "branch b",
            "branch -d b",
            "checkout b",
            "commit -m c",
            "tag",
            "tag t",
            "merge b",
            "conflicts",
            "resolve 1 --ours",
            "abort",
            "revert a",
            "intents",
            "verify");

    @Override
    public Integer call() throws IOException {
        PrintStream nothing = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings silent = new Surroundings(new Terminal(nothing, nothing, Terminal.Colours.ON), Map.of());
        try (RehearsalServer server = new RehearsalServer(ROW, "s", "d")) {
            for (String command : COMMANDS) {
                String url = "postgresql://pggit@127.0.0.1:" + server.port() + "/rehearsal";
                int exitCode = new Cli(silent).run((command + " --url " + url).split(" "));
                if (exitCode != ExitCode.OK.code() && !command.equals("verify")) {
                    throw new IllegalStateException(command + " ended with " + exitCode);
                }
            }
        }
        new Cli(silent).run("show", "--help");
        new Cli(silent).run("log", "--url", "postgresql://pggit@127.0.0.1:1/nowhere");
        return ExitCode.OK.code();
    }
}
