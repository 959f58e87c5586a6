package io.pggit.core.fold;

import io.pggit.core.audit.Actor;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Finding;
import io.pggit.core.event.DdlCommand;
import java.util.List;
import java.util.Optional;

/**
 * The words of a commit: a summary, the statements indented, and trailers. Whatever a session can choose (names,
 * statements, application, ticket) is escaped, so that no trailer can be forged by it.
 */
final class CommitText {
    /** Most characters of statements a message quotes; the journal has all of them. */
    private static final int STATEMENTS_LIMIT = 100_000;

    private CommitText() {}

    /**
     * What somebody said about a commit.
     *
     * @param message exactly as given
     * @param author exactly as given; empty: whoever asked for the commit
     * @param merged the second parent
     */
    record Words(CommitKind kind, String message, Optional<String> author, Optional<String> merged) {}

    /** A commit nobody asked for. */
    static CommitDraft draft(String branch, AuditTransaction transaction, BranchChanges changes) {
        boolean baseline = changes.commands.stream().anyMatch(DdlCommand::isBaseline);
        AuditRow headline = headline(changes.commands).closing();
        String author = PlainText.person(headline.actor().author());
        Words words = new Words(
                baseline ? CommitKind.BASELINE : CommitKind.AUTO,
                baseline ? "Baseline" : summary(changes.commands),
                Optional.of(author.isEmpty() ? PlainText.person(headline.actor().effectiveRole()) : author),
                Optional.empty());
        return draft(branch, transaction, changes, words, headline);
    }

    /** A commit somebody asked for, by the last of the commands. */
    static CommitDraft draft(String branch, AuditTransaction transaction, BranchChanges changes, Words words) {
        AuditRow asked = changes.commands.get(changes.commands.size() - 1).closing();
        return draft(branch, transaction, changes, words, asked);
    }

    private static CommitDraft draft(
            String branch, AuditTransaction transaction, BranchChanges changes, Words words, AuditRow headline) {
        List<DdlCommand> commands = changes.commands;
        AuditRow first = commands.get(0).rows().get(0);
        AuditRow last = commands.get(commands.size() - 1).closing();
        String role = headline.actor().effectiveRole();
        String author = words.author().orElseGet(headline.actor()::author);
        String person = PlainText.person(author);
        return new CommitDraft(
                branch,
                words.kind(),
                author,
                person.isEmpty() ? PlainText.person(role) : person,
                PlainText.mailbox(role) + "@pggit",
                last.clocks().recorded(),
                words.message(),
                subject(words.message()) + "\n\n" + statements(commands)
                        + trailers(transaction, headline, first, last, changes),
                changes.tree,
                changes.changes,
                changes.renames,
                changes.parts,
                headline.actor().applicationName(),
                transaction.xid(),
                first.seq(),
                last.seq(),
                words.merged());
    }

    /** The message as given: its first line, and the others as a paragraph of their own. */
    private static String subject(String message) {
        String[] lines = message.split("\n", 2);
        String first = PlainText.line(lines[0]);
        return (first.isBlank() ? "Commit without a message" : first)
                + (lines.length > 1 ? "\n\n" + PlainText.block(lines[1].strip()).stripTrailing() : "");
    }

    /** The first command that reports an object, else the first. */
    private static DdlCommand headline(List<DdlCommand> commands) {
        return commands.stream().filter(DdlCommand::touchesObjects).findFirst().orElse(commands.get(0));
    }

    private static String summary(List<DdlCommand> commands) {
        DdlCommand headline = headline(commands);
        long more = commands.stream().filter(DdlCommand::touchesObjects).count() - 1;
        return PlainText.line(headline.tag())
                + headline.identity()
                        .map(identity -> " " + PlainText.line(identity))
                        .orElse("")
                + (more > 0 ? " (+" + more + " more)" : "");
    }

    /** Commands of one client statement, such as those of an extension's script, quote it once. */
    private static String statements(List<DdlCommand> commands) {
        StringBuilder text = new StringBuilder();
        Optional<String> previous = Optional.empty();
        for (DdlCommand command : commands) {
            Optional<String> statement =
                    command.touchesObjects() ? command.statement().map(String::trim) : Optional.empty();
            if (statement.filter(quoted -> !quoted.isEmpty()).isEmpty() || statement.equals(previous)) {
                continue;
            }
            previous = statement;
            int room = STATEMENTS_LIMIT - text.length();
            String quoted = statement.get();
            if (quoted.length() > room) {
                text.append(PlainText.block(cut(quoted, room))).append("    [cut]\n\n");
                break;
            }
            text.append(PlainText.block(quoted)).append('\n');
        }
        return text.toString();
    }

    private static String cut(String text, int length) {
        int end = Math.max(0, length);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static String trailers(
            AuditTransaction transaction, AuditRow headline, AuditRow first, AuditRow last, BranchChanges changes) {
        StringBuilder text = new StringBuilder();
        trailer(text, "Xid", Long.toUnsignedString(transaction.xid()));
        trailer(text, "Audit-Seq", first.seq() == last.seq() ? "" + first.seq() : first.seq() + "-" + last.seq());
        Actor actor = headline.actor();
        trailer(text, "Application", actor.applicationName());
        trailer(text, "Client", client(actor));
        if (!actor.sessionRole().equals(actor.effectiveRole())) {
            trailer(text, "Session-Role", actor.sessionRole());
        }
        changes.commands.forEach(command -> command.closing()
                .evidence()
                .finding()
                .ifPresent(finding -> trailer(text, "Detected", detected(finding))));
        trailer(text, "Ticket", actor.claims().getOrDefault("ticket", ""));
        changes.renames.forEach(rename -> trailer(text, "Renamed", rename.text()));
        changes.unmodelled.forEach(object -> trailer(text, "Unmodelled", object));
        return text.toString();
    }

    private static String detected(Finding finding) {
        return finding.kind() + " " + finding.object()
                + finding.since().map(time -> ", since " + time).orElse("")
                + finding.by().map(role -> ", by " + role).orElse("");
    }

    private static String client(Actor actor) {
        String port = actor.clientPort().isPresent() ? ":" + actor.clientPort().getAsInt() : "";
        return actor.clientAddress()
                .map(address -> (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + port)
                .orElse("");
    }

    private static void trailer(StringBuilder text, String key, String value) {
        String line = PlainText.line(value).trim();
        if (!line.isEmpty()) {
            text.append(key).append(": ").append(line).append('\n');
        }
    }
}
