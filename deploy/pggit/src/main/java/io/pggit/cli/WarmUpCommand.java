package io.pggit.cli;

import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Table;
import io.pggit.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what commands need, so that the launcher can keep the classes in an archive; not for users. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    /** Nothing listens there: port 1 of the loopback address. */
    private static final String NOWHERE = "postgresql://pggit@127.0.0.1:1/nowhere";

    @Override
    public Integer call() {
        PrintStream nothing = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings silent = new Surroundings(new Terminal(nothing, nothing, Terminal.Colours.ON), Map.of());
        new Cli(silent).run("log", "--url", NOWHERE, "--json");
        new Cli(silent).run("show", "--help");
        new Table("a", "b").row("1", "2").print(silent.terminal(), "");
        silent.terminal().json(Json.read("{\"commit\":[1,\"two\",null]}"));
        try (Session session = Session.open(DatabaseUrl.parse(NOWHERE, Map.of()))) {
            throw new IllegalStateException("somebody listens on port 1: " + session);
        } catch (Failure expected) {
            return ExitCode.OK.code();
        }
    }
}
