package io.pggit.runtime.repository;

import io.pggit.core.revision.Revision;
import io.pggit.core.revision.Times;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the commits that revisions name: HEAD, then branches, tags, commit ids, beginnings of commit ids, and times. */
final class Revisions {
    private static final Pattern PREFIX = Pattern.compile("[0-9a-fA-F]{4,40}");

    private final CommitIndex index;
    private final Times times;

    Revisions(CommitIndex index, Times times) {
        this.index = index;
        this.times = times;
    }

    CommitIndex.Node node(String text) throws SQLException {
        Revision revision = Revision.parse(text)
                .orElseThrow(() -> failure(RevisionException.Reason.MALFORMED, text, "is not a revision"));
        CommitIndex.Node node = base(revision, text);
        for (Revision.Step step : revision.steps()) {
            if (step.number() > 0) {
                Optional<CommitIndex.Node> next = step.direction() == '~'
                        ? index.ancestor(node, step.number())
                        : index.parent(node, step.number());
                node = next.orElseThrow(() -> tooFar(text));
            }
        }
        return node;
    }

    private CommitIndex.Node base(Revision revision, String text) throws SQLException {
        String base = revision.base();
        Optional<CommitIndex.Node> tip = base.equals(HeadState.HEAD) ? index.head() : index.tip(base);
        boolean tagged = tip.isEmpty() && index.tag(base).isPresent();
        if (tagged) {
            tip = index.tag(base);
        }
        if (revision.moment().isPresent()) {
            if (tip.isEmpty()) {
                throw failure(RevisionException.Reason.UNKNOWN, text, "is unknown: no branch " + base);
            }
            Instant time = times.of(revision.moment().get())
                    .orElseThrow(() -> failure(
                            RevisionException.Reason.MALFORMED,
                            text,
                            "is not a revision: \"" + revision.moment().get() + "\" is no time"));
            return tagged ? tip.get() : at(base, time, text);
        }
        if (tip.isPresent()) {
            return tip.get();
        }
        Optional<CommitIndex.Node> byId = byId(base, text);
        if (byId.isPresent()) {
            return byId.get();
        }
        Instant time = times.of(base)
                .orElseThrow(() -> failure(
                        RevisionException.Reason.UNKNOWN, text, "is unknown: no branch, tag, commit or time " + base));
        return at(HeadState.HEAD, time, text);
    }

    private Optional<CommitIndex.Node> byId(String base, String text) throws SQLException {
        List<CommitIndex.Node> nodes =
                PREFIX.matcher(base).matches() ? index.startingWith(base.toLowerCase(Locale.ROOT), 2) : List.of();
        if (nodes.size() > 1) {
            throw failure(
                    RevisionException.Reason.AMBIGUOUS, text, "is ambiguous: several commit ids begin with " + base);
        }
        return nodes.stream().findFirst();
    }

    private CommitIndex.Node at(String branch, Instant time, String text) throws SQLException {
        return index.tipAt(branch, time).orElseThrow(() -> tooFar(text));
    }

    private static RevisionException tooFar(String text) {
        return failure(RevisionException.Reason.PAST_THE_FIRST_COMMIT, text, "goes back past the first commit");
    }

    private static RevisionException failure(RevisionException.Reason reason, String revision, String what) {
        return new RevisionException(reason, revision, "revision \"" + revision + "\" " + what);
    }
}
