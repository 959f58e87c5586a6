package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Table;
import io.pggit.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarFile;
import org.postgresql.Driver;
import picocli.CommandLine.Command;

/** Loads what commands need, so that the launcher can keep the classes in an archive; not for users. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    /** Nothing listens there: port 1 of the loopback address. */
    private static final String NOWHERE = "postgresql://pggit@127.0.0.1:1/nowhere";

    private static final List<String> COMMANDS = List.of(
            "log --graph",
            "show",
            "status",
            "attempts",
            "diff a...b",
            "blame t",
            "branch",
            "checkout b",
            "commit -m c",
            "tag",
            "merge b",
            "conflicts",
            "resolve 1 --ours",
            "abort",
            "revert a",
            "intents",
            "verify",
            "doctor");

    @Override
    public Integer call() throws IOException {
        PrintStream nothing = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings silent = new Surroundings(new Terminal(nothing, nothing, Terminal.Colours.ON), Map.of());
        for (String command : COMMANDS) {
            int exitCode = new Cli(silent).run((command + " --url " + NOWHERE).split(" "));
            if (exitCode != ExitCode.UNREACHABLE.code()) {
                throw new IllegalStateException(command + " ended with " + exitCode);
            }
        }
        new Cli(silent).run("show", "--help");
        print(silent.terminal());
        loadDriver();
        try (Session session = Session.open(DatabaseUrl.parse(NOWHERE, Map.of()))) {
            throw new IllegalStateException("somebody listens on port 1: " + session);
        } catch (Failure expected) {
            return ExitCode.OK.code();
        }
    }

    private static void print(Terminal terminal) {
        JsonNode commit =
                Json.read("{\"commit_id\":\"0123456789abcdef\",\"parents\":[],\"author\":\"a\",\"message\":\"m\","
                        + "\"committed_at\":\"2026-01-02T03:04:05+00:00\"}");
        new Table("a", "b").row("1", "2").print(terminal, "");
        new CommitText(terminal).full(commit);
        new GraphText(terminal, true, List.of()).print(CommitOrder.childrenFirst(List.of(commit)));
        new CommitText(terminal).patch(new DefinitionDiff("a\nb\n", "a\nc\n").hunks());
        terminal.json(commit);
    }

    /** A driver that meets no server leaves most of its classes aside. */
    private static void loadDriver() throws IOException {
        Path jar = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (JarFile driver = new JarFile(jar.toFile())) {
            driver.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("org/postgresql/") && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(WarmUpCommand::load);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, WarmUpCommand.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError optional) {
            // for a library that is not there, as the driver's ties to OSGi
        }
    }
}
