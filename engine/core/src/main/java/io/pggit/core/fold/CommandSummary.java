package io.pggit.core.fold;

import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.PlainText;
import io.pggit.core.event.DdlCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a commit tells of its commands. Takes them one by one and keeps none, since a transaction may have very many. */
final class CommandSummary {
    /** Most characters of statements a message quotes; the journal has all of them. */
    private static final int STATEMENTS_LIMIT = 100_000;

    private final StringBuilder statements = new StringBuilder();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<String> previousStatement = Optional.empty();
    private Optional<Headline> opening = Optional.empty();
    private Optional<Headline> headline = Optional.empty();
    private Optional<AuditRow> last = Optional.empty();
    private long firstSeq;
    private long touching;
    private boolean baseline;
    private boolean cut;

    /** The command a commit is named after. */
    private record Headline(AuditRow closing, String text) {
        static Headline of(DdlCommand command) {
            return new Headline(
                    command.closing(),
                    PlainText.line(command.tag())
                            + command.identity()
                                    .map(identity -> " " + PlainText.line(identity))
                                    .orElse(""));
        }
    }

    void add(DdlCommand command) {
        boolean touches = command.touchesObjects();
        if (opening.isEmpty()) {
            firstSeq = command.rows().get(0).seq();
            opening = Optional.of(Headline.of(command));
        }
        if (touches) {
            touching++;
            headline = headline.or(() -> Optional.of(Headline.of(command)));
            command.statement().map(String::trim).ifPresent(this::quote);
        }
        baseline |= command.isBaseline();
        findings.addAll(command.findings());
        last = Optional.of(command.closing());
    }

    /** Commands of one client statement, such as those of an extension's script, quote it once. */
    private void quote(String statement) {
        if (cut
                || statement.isEmpty()
                || previousStatement.filter(statement::equals).isPresent()) {
            return;
        }
        previousStatement = Optional.of(statement);
        int room = STATEMENTS_LIMIT - statements.length();
        cut = statement.length() > room;
        if (cut) {
            statements.append(PlainText.block(head(statement, room))).append("    [cut]\n\n");
        } else {
            statements.append(PlainText.block(statement)).append('\n');
        }
    }

    private static String head(String text, int length) {
        int end = Math.max(0, length);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Whether a baseline is among them. */
    boolean isBaseline() {
        return baseline;
    }

    /** The number of the first row of all. */
    long firstSeq() {
        return firstSeq;
    }

    /** The last row of all. */
    AuditRow last() {
        return last.orElseThrow();
    }

    /** The row that closes the first command that reports an object, else the first. */
    AuditRow headline() {
        return named().closing();
    }

    /** One line: that command, and how many more report objects. */
    String text() {
        return named().text() + (touching > 1 ? " (+" + (touching - 1) + " more)" : "");
    }

    private Headline named() {
        return headline.or(() -> opening).orElseThrow();
    }

    /** The statements, each a block. */
    String statements() {
        return statements.toString();
    }

    /** What was detected, or lost. */
    List<Finding> findings() {
        return findings;
    }
}
