package io.pggit.cli;

import io.pggit.cli.terminal.Terminal;
import io.pggit.serve.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pggit extension}: pgGit as an extension of a server. */
@Command(
        name = "extension",
        description = "pgGit as an extension, for CREATE EXTENSION pggit.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit extension install", "  pggit extension sql > pggit.sql"},
        mixinStandardHelpOptions = true)
final class ExtensionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected install or sql");
    }

    /** {@code pggit extension install}. */
    @Command(
            name = "install",
            description = {
                "Writes pggit.control and the extension's script into the shared files of a server on this machine.",
                "Then, in a database: CREATE EXTENSION pggit CASCADE"
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  sudo pggit extension install",
                "  sudo pggit extension install --pg-config /usr/lib/postgresql/16/bin/pg_config",
                "  pggit extension install --sharedir /opt/postgres/share"
            },
            mixinStandardHelpOptions = true)
    static final class Install implements Callable<Integer> {
        private final Surroundings surroundings;

        @Option(
                names = "--sharedir",
                paramLabel = "DIR",
                description = "The server's shared files; default: what pg_config --sharedir prints.")
        private Optional<Path> shared = Optional.empty();

        @Option(
                names = "--pg-config",
                paramLabel = "PROGRAM",
                defaultValue = "pg_config",
                description = "The pg_config to ask (default: the one on the PATH).")
        private String program;

        @Mixin
        private ScopeOption scope = new ScopeOption();

        Install(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Terminal terminal = surroundings.terminal();
            Path directory = shared.orElseGet(() -> Path.of(ask(program)));
            Installation.writeExtension(directory, scope.scope()).forEach(file -> terminal.line("wrote " + file));
            terminal.line("Next, in a database: CREATE EXTENSION pggit CASCADE");
            return ExitCode.OK.code();
        }

        private static String ask(String program) {
            try {
                Process process = new ProcessBuilder(program, "--sharedir")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.waitFor() == 0 && !answer.isEmpty()) {
                    return answer;
                }
                throw new Failure(ExitCode.FAILED, program + " --sharedir gave no directory; name it with --sharedir");
            } catch (IOException e) {
                throw new Failure(
                        ExitCode.FAILED,
                        "cannot run " + program
                                + " to find the server's files: name it with --pg-config, or the directory"
                                + " with --sharedir",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure(ExitCode.FAILED, "interrupted while " + program + " ran", e);
            }
        }
    }

    /** {@code pggit extension sql}. */
    @Command(
            name = "sql",
            description = "Prints what CREATE EXTENSION pggit would make, as plain SQL: as pggit install --print.",
            footerHeading = "%nExamples:%n",
            footer = "  pggit extension sql | psql -X -v ON_ERROR_STOP=1 shop",
            mixinStandardHelpOptions = true)
    static final class Sql implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private ScopeOption scope = new ScopeOption();

        Sql(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            surroundings.terminal().text(Installation.script(scope.scope()));
            return ExitCode.OK.code();
        }
    }
}
