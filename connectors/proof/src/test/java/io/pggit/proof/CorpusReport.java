package io.pggit.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many cases converge, what was refused on the way, and how the hazards of plans agree with those that are labelled. */
final class CorpusReport {
    private final List<Verdict> verdicts;

    CorpusReport(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    void print() {
        for (String suite : new TreeSet<>(
                verdicts.stream().map(verdict -> verdict.pair().suite()).toList())) {
            List<Verdict> own = verdicts.stream()
                    .filter(verdict -> verdict.pair().suite().equals(suite))
                    .toList();
            long skipped = count(own, Verdict.Result.SKIPPED);
            System.out.println(suite + ": " + count(own, Verdict.Result.CONVERGED) + " of " + (own.size() - skipped)
                    + " converged, " + skipped + " do not load");
        }
        verdicts.forEach(verdict -> verdict.statements().stream()
                .filter(statement -> statement.startsWith(Verdict.REFUSED))
                .forEach(refusal -> System.out.println("  " + verdict.pair().name() + ": " + refusal)));
        hazards();
    }

    private static long count(List<Verdict> verdicts, Verdict.Result result) {
        return verdicts.stream().filter(verdict -> verdict.result() == result).count();
    }

    /** Precision: how many of ours are labelled; recall: how many of the labelled are ours. */
    private void hazards() {
        List<Verdict> labelled = verdicts.stream()
                .filter(verdict -> verdict.pair().hazards().isPresent() && verdict.result() == Verdict.Result.CONVERGED)
                .toList();
        SortedSet<String> all = new TreeSet<>();
        labelled.forEach(verdict -> {
            all.addAll(verdict.hazards());
            all.addAll(verdict.pair().hazards().orElseThrow());
        });
        System.out.println("hazards against " + labelled.size() + " labelled cases");
        for (String hazard : all) {
            List<String> missing = new ArrayList<>();
            List<String> extra = new ArrayList<>();
            int both = 0;
            for (Verdict verdict : labelled) {
                boolean expected = verdict.pair().hazards().orElseThrow().contains(hazard);
                boolean planned = verdict.hazards().contains(hazard);
                both += expected && planned ? 1 : 0;
                if (expected && !planned) {
                    missing.add(verdict.pair().name());
                } else if (planned && !expected) {
                    extra.add(verdict.pair().name());
                }
            }
            System.out.printf(
                    "  %-36s precision %d/%d recall %d/%d%n",
                    hazard, both, both + extra.size(), both, both + missing.size());
            if (Boolean.getBoolean("pggit.corpus.verbose")) {
                System.out.println("     missing " + missing + "\n     extra " + extra);
            }
        }
    }
}
