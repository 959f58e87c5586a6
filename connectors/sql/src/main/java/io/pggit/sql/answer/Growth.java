package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.runtime.repository.StoreFigures;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is stored at the end of each month, up to twelve, and what will be at the end of three more if it goes on along the
 * straight line that fits these months best (least squares). A month of which nothing is known before is the base line.
 */
final class Growth {
    private static final int MONTHS = 12;
    private static final int AHEAD = 3;
    private static final double NOTABLE = 0.1;

    private Growth() {}

    /** Months as elements {@code {period, bytes, objects, trend, projected}}, the oldest first. */
    static ArrayNode of(List<StoreFigures.Growth> growth, ZonedDateTime now) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        if (growth.isEmpty()) {
            return answer;
        }
        TreeMap<YearMonth, double[]> added = new TreeMap<>();
        for (StoreFigures.Growth of : growth) {
            double[] month =
                    added.computeIfAbsent(YearMonth.from(of.time().atZone(now.getZone())), key -> new double[2]);
            month[0] += of.bytes();
            month[1] += of.objects();
        }
        YearMonth last = YearMonth.from(now);
        List<double[]> totals = new ArrayList<>();
        List<YearMonth> months = new ArrayList<>();
        double[] total = new double[2];
        for (YearMonth month = added.firstKey(); !month.isAfter(last); month = month.plusMonths(1)) {
            double[] more = added.getOrDefault(month, new double[2]);
            total = new double[] {total[0] + more[0], total[1] + more[1]};
            months.add(month);
            totals.add(total);
        }
        int first = Math.max(0, months.size() - MONTHS);
        months = months.subList(first, months.size());
        totals = totals.subList(first, totals.size());
        for (int i = 0; i < months.size(); i++) {
            add(answer, months.get(i), totals.get(i), i == 0 ? null : totals.get(i - 1), false);
        }
        double[] before = totals.isEmpty() ? total : totals.get(totals.size() - 1);
        for (int i = 1; i <= AHEAD; i++) {
            double[] ahead = {project(totals, 0, i), project(totals, 1, i)};
            add(answer, last.plusMonths(i), ahead, before, true);
            before = ahead;
        }
        return answer;
    }

    /** The line through the last month that is as steep as the best fit. */
    private static double project(List<double[]> totals, int what, int ahead) {
        int n = totals.size();
        double middle = (n - 1) / 2.0;
        double mean = totals.stream().mapToDouble(of -> of[what]).average().orElse(0);
        double rise = 0;
        double run = 0;
        for (int i = 0; i < n; i++) {
            rise += (i - middle) * (totals.get(i)[what] - mean);
            run += (i - middle) * (i - middle);
        }
        double slope = run == 0 ? 0 : rise / run;
        return Math.max(0, totals.get(n - 1)[what] + slope * ahead);
    }

    private static void add(ArrayNode answer, YearMonth month, double[] total, double[] before, boolean projected) {
        answer.addObject()
                .put("period", month.toString())
                .put("bytes", Math.round(total[0]))
                .put("objects", Math.round(total[1]))
                .put("trend", trend(total[0], before))
                .put("projected", projected);
    }

    private static String trend(double now, double[] before) {
        if (before == null || before[0] == 0) {
            return "BASELINE";
        }
        double change = (now - before[0]) / before[0];
        return change > NOTABLE ? "GROWING" : change < -NOTABLE ? "SHRINKING" : "STABLE";
    }
}
