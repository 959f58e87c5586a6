package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.IntegrityReport;
import io.pggit.runtime.repository.Repository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * {@code integrity {xid, rows, seqs, recent}}: a check each, {@code {check, failures, details}}. Everything stored is read and its
 * id computed again, except that with {@code recent} it is not where that was done in the last ten minutes. {@code rows} audit rows of transactions before {@code xid}, whose numbers add up to {@code seqs}, are in the
 * database's table.
 */
public final class IntegrityTopic implements Topic {
    private static final int SHOWN = 5;

    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Journal journal;
    private final Repository repository;
    private final Clock clock;
    private IntegrityReport last;
    private Instant readAt = Instant.EPOCH;

    /** Checks a repository and the journal it is made from. */
    public IntegrityTopic(Journal journal, Repository repository, Clock clock) {
        this.journal = journal;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("integrity");
    }

    @Override
    public ArrayNode answer(Question question, History history) {
        IntegrityReport report = report(question.args().path("recent").asBoolean());
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        add(
                answer,
                "TREE_ENTRIES_REFERENCE_OBJECTS",
                report.damagedEntries(),
                report.objects() + " stored objects read, ids computed again");
        add(
                answer,
                "COMMITS_REFERENCE_TREES",
                report.damagedTrees(),
                report.commits() + " commits read with their trees");
        add(answer, "COMMIT_PARENTS_EXIST", report.damagedParents(), "parents of " + report.commits() + " commits");
        add(answer, "REFS_POINT_TO_COMMITS", report.damagedRefs(), report.refs() + " branches and tags");
        add(
                answer,
                "AUDIT_CHANGES_HAVE_COMMITS",
                audit(question),
                question.args().path("rows").asLong() + " audit rows");
        return answer;
    }

    private synchronized IntegrityReport report(boolean recent) {
        Instant now = clock.instant();
        if (!recent || last == null || readAt.plus(RECENT).isBefore(now)) {
            last = repository.integrity();
            readAt = now;
        }
        return last;
    }

    private List<String> audit(Question question) {
        Journal.RowTotals known = journal.rowsBefore(question.args().path("xid").asLong());
        long rows = question.args().path("rows").asLong();
        long seqs = question.args().path("seqs").asLong();
        if (known.rows() != rows || known.seqs() != seqs) {
            return List.of("pggit.ddl_audit has " + rows + " rows, the engine's journal " + known.rows()
                    + (known.rows() == rows ? " others" : ""));
        }
        long behind = journal.lastIndex() - repository.position();
        return behind > 0 ? List.of(behind + " transactions are not in the repository yet") : List.of();
    }

    private static void add(ArrayNode answer, String check, List<String> failures, String scope) {
        String details = failures.isEmpty()
                ? scope
                : failures.size() + " failures: "
                        + String.join("; ", failures.subList(0, Math.min(SHOWN, failures.size())));
        answer.addObject().put("check", check).put("failures", failures.size()).put("details", details);
    }
}
