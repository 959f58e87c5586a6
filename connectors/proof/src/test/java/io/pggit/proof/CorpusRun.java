package io.pggit.proof;

import io.pggit.capture.catalog.Catalog;
import io.pggit.core.plan.part.PlanOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The whole corpus of pairs against one server. */
public final class CorpusRun {
    private CorpusRun() {}

    /** Arguments: host, port, corpus/diff, direction (up, down, both), pg_dump or -, optional name filter, -v. */
    public static void main(String[] arguments) throws IOException, SQLException {
        String filter = arguments.length > 5 ? arguments[5] : "";
        boolean verbose = arguments.length > 6;
        Optional<String> dump = Optional.of(arguments[4]).filter(path -> !path.equals("-"));
        UnaryOperator<Catalog> known =
                System.getProperty("recorded") == null ? UnaryOperator.identity() : Trial::asRecorded;
        for (String suite : List.of("stripe", "migra")) {
            try (ScratchDatabases scratch = new ScratchDatabases(arguments[0], Integer.parseInt(arguments[1]), dump)) {
                PlanOptions options =
                        PlanOptions.forServer(scratch.majorVersion()).runBy("postgres");
                if (System.getProperty("online") != null) {
                    options = options.in(PlanOptions.Style.ONLINE);
                }
                List<Verdict> verdicts = new ArrayList<>();
                for (CorpusCase pair : CorpusCase.read(Path.of(arguments[2], suite + ".jsonl"))) {
                    if (!pair.name().contains(filter)) {
                        continue;
                    }
                    if (!arguments[3].equals("down")) {
                        verdicts.add(shown(new Trial(scratch, pair, options, known).run(), verbose));
                    }
                    if (!arguments[3].equals("up")) {
                        verdicts.add(shown(new Trial(scratch, pair.reversed(), options, known).run(), verbose));
                    }
                }
                report(suite, verdicts);
            }
        }
    }

    private static Verdict shown(Verdict verdict, boolean verbose) {
        if (verdict.result() != Verdict.Result.CONVERGED || verbose) {
            System.out.println(verdict.result() + " " + verdict.pair().name() + ": " + verdict.why());
        }
        if (verbose) {
            verdict.statements()
                    .forEach(statement -> System.out.println("    " + statement.replace("\n", "\n        ")));
        }
        return verdict;
    }

    private static void report(String suite, List<Verdict> verdicts) {
        long converged = count(verdicts, Verdict.Result.CONVERGED);
        long skipped = count(verdicts, Verdict.Result.SKIPPED);
        System.out.println(
                suite + ": " + converged + "/" + (verdicts.size() - skipped) + " converged, " + skipped + " skipped");
        hazards(verdicts);
    }

    private static long count(List<Verdict> verdicts, Verdict.Result result) {
        return verdicts.stream().filter(verdict -> verdict.result() == result).count();
    }

    private static void hazards(List<Verdict> verdicts) {
        SortedSet<String> all = new TreeSet<>();
        verdicts.forEach(verdict -> {
            all.addAll(verdict.hazards());
            verdict.pair().hazards().ifPresent(all::addAll);
        });
        for (String hazard : all) {
            int both = 0;
            int ours = 0;
            int theirs = 0;
            List<String> missing = new ArrayList<>();
            List<String> extra = new ArrayList<>();
            for (Verdict verdict : verdicts) {
                if (verdict.pair().hazards().isEmpty() || verdict.result() != Verdict.Result.CONVERGED) {
                    continue;
                }
                boolean labelled = verdict.pair().hazards().get().contains(hazard);
                boolean planned = verdict.hazards().contains(hazard);
                both += labelled && planned ? 1 : 0;
                ours += planned ? 1 : 0;
                theirs += labelled ? 1 : 0;
                if (labelled && !planned) {
                    missing.add(verdict.pair().name());
                } else if (planned && !labelled) {
                    extra.add(verdict.pair().name());
                }
            }
            System.out.printf("  %-36s precision %d/%d recall %d/%d%n", hazard, both, ours, both, theirs);
            if (System.getProperty("hazards") != null) {
                System.out.println("     missing " + missing + "\n     extra " + extra);
            }
        }
    }
}
