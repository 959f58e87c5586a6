package io.pggit.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Terminal;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.proof.Comparison;
import io.pggit.proof.PlanScript;
import io.pggit.proof.Proof;
import io.pggit.proof.ScratchProof;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pggit compare}: the DDL that makes one database like another. */
@Command(
        name = "compare",
        description = {
            "Plans the DDL that makes the first database like the second. Needs no engine, changes neither.",
            "Prints nothing when they are the same, the order of columns apart."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit compare postgresql://localhost/staging postgresql://localhost/shop --online",
            "  pggit compare postgresql://localhost/staging postgresql://localhost/shop --json",
            "Exit code 0 when they are the same, 1 when they differ; with --batch 0 when the file was read."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..2",
            paramLabel = "URL",
            description = "The database there is, then the one it shall be like.")
    private List<String> urls = List.of();

    @Option(names = "--sql", description = "A script, one transaction per segment. The default.")
    private boolean sql;

    @Option(names = "--json", description = "One JSON object: statements, down, hazards, refused.")
    private boolean json;

    @Option(
            names = "--online",
            description = "Statements that block clients less: CONCURRENTLY, NOT VALID and VALIDATE.")
    private boolean online;

    @Option(names = "--down", description = "The way back instead: from the second database to the first.")
    private boolean down;

    @Option(
            names = "--no-proof",
            description = "Do not try the plan on a scratch database, which is made beside the first one and dropped.")
    private boolean noProof;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description = "Many pairs: lines of name, URL, URL, separated by tabs. One JSON object a line.")
    private Optional<Path> batch = Optional.empty();

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (batch.isPresent() && urls.isEmpty() && !sql) {
            new CompareBatch(surroundings, style()).run(batch.get());
            return ExitCode.OK.code();
        }
        if (batch.isPresent() || urls.size() != 2 || sql && json) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected two URLs, or --batch FILE alone; --sql and --json exclude each other");
        }
        DatabaseUrl first = DatabaseUrl.parse(urls.get(0), surroundings.environment());
        DatabaseUrl second = DatabaseUrl.parse(urls.get(1), surroundings.environment());
        try {
            Comparison comparison = Comparison.of(first.database(), second.database(), style());
            if (comparison.isEmpty()) {
                return ExitCode.OK.code();
            }
            print(comparison, noProof ? Optional.empty() : Optional.of(ScratchProof.of(comparison, first.database())));
            return ExitCode.FAILED.code();
        } catch (SQLException e) {
            throw DatabaseFailures.explain(e, first + " or " + second);
        }
    }

    private PlanOptions.Style style() {
        return online ? PlanOptions.Style.ONLINE : PlanOptions.Style.DIRECT;
    }

    private void print(Comparison comparison, Optional<Proof> proof) {
        Terminal terminal = surroundings.terminal();
        if (json) {
            ObjectNode object = comparison.json();
            proof.ifPresent(made -> object.set("proof", made.json()));
            terminal.json(object);
            return;
        }
        PlanScript.lines(down ? comparison.down() : comparison.up()).forEach(terminal::line);
        comparison
                .up()
                .refused()
                .forEach(refusal -> terminal.note("pggit: not planned: " + refusal.object() + ": " + refusal.reason()));
        proof.ifPresent(made -> tell(made, terminal));
    }

    private static void tell(Proof proof, Terminal terminal) {
        switch (proof.result()) {
            case PROVED -> terminal.note("pggit: proved on a scratch database: there and back");
            case REFUTED -> proof.notes().forEach(note -> terminal.note("pggit: the proof failed: " + note));
            case IMPOSSIBLE -> proof.notes().forEach(note -> terminal.note("pggit: not proved: " + note));
        }
    }
}
